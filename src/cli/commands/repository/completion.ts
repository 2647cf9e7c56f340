import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AnnexCommand, Args, type Report } from '../../annex-command.ts'

export default class Completion extends AnnexCommand {
  static override summary = 'Print the script with which a shell completes commands, flags, and names in a repository.'
  static override description = `For bash: annex completion bash > ~/.local/share/bash-completion/completions/annex
For zsh, in a folder of $fpath: annex completion zsh > ~/.zfunc/_annex
For fish: annex completion fish > ~/.config/fish/completions/annex.fish`
  static override examples = ['<%= config.bin %> completion bash', '<%= config.bin %> completion zsh > ~/.zfunc/_annex']
  static override args = {
    shell: Args.string({ required: true, options: ['bash', 'zsh', 'fish'], description: 'The shell.' }),
  }

  protected override async answer(): Promise<Report> {
    const { args } = await this.parse(Completion)
    const script = await readFile(join(this.config.root, 'templates/completion', `annex.${args.shell}`), 'utf8')
    return { json: { shell: args.shell, script }, text: script, form: 'file' }
  }
}
