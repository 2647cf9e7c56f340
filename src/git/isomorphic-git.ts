// isomorphic-git, for whoever loads it when first needed. A CommonJS module that is imported at run time is one thing in the
// sources and another in the bundle; imported from here, by name, it is the same in both.
export * as git from 'isomorphic-git'
export { default as http } from 'isomorphic-git/http/node'
