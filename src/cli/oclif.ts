// Imports the parts of oclif that commands use: its index would load spinners, help and prompts as well.
export * as Args from '@oclif/core/args'
export { Command } from '@oclif/core/command'
export * as Flags from '@oclif/core/flags'
