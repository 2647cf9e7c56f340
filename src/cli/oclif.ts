// oclif by its parts: its front door loads spinners, help and prompts that most commands never use.
export * as Args from '@oclif/core/args'
export { Command } from '@oclif/core/command'
export * as Flags from '@oclif/core/flags'
