// Loads isomorphic-git when it is first needed. Exporting it by name gives the same module in the sources and in the bundle: a
// CommonJS module that is imported dynamically has another form in each.
export * as git from 'isomorphic-git'
export { default as http } from 'isomorphic-git/http/node'
