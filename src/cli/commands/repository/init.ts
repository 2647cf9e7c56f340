import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { directorySnapshot } from '../../../git/index.ts'
import { CONVENTION_DOCUMENTS, filesUnder, initializeRepository } from '../../../workflows/index.ts'
import { AnnexCommand, Args, Flags, type Report } from '../../annex-command.ts'

/** The path in the new repository of each file in templates/. */
const TEMPLATES: Readonly<Record<string, string>> = {
  gitattributes: '.gitattributes',
  'vscode-settings.json': '.vscode/settings.json',
  'vscode-extensions.json': '.vscode/extensions.json',
  'README.md': 'README.md',
}

/** The CI files of each git host. */
const HOSTS: Record<'github' | 'gitlab' | 'gitea' | 'forgejo' | 'none', Readonly<Record<string, string>>> = {
  github: { 'github-workflow.yml': '.github/workflows/annex.yml' },
  gitlab: { 'gitlab-ci.yml': '.gitlab-ci.yml' },
  gitea: { 'gitea-workflow.yml': '.gitea/workflows/annex.yml' },
  forgejo: { 'gitea-workflow.yml': '.forgejo/workflows/annex.yml' },
  none: {},
}

/** The files of each tool that runs git hooks. */
const HOOKS: Record<'lefthook' | 'pre-commit' | 'none', Readonly<Record<string, string>>> = {
  lefthook: { 'lefthook.yml': 'lefthook.yml' },
  'pre-commit': { 'pre-commit-config.yaml': '.pre-commit-config.yaml' },
  none: {},
}

export default class Init extends AnnexCommand {
  static override summary = "Create a repository with the Convention's three documents as edition v1."
  static override examples = [
    '<%= config.bin %> init convention',
    '<%= config.bin %> init convention --ci gitlab --hooks lefthook',
  ]
  static override args = {
    directory: Args.string({
      required: true,
      description: 'The folder, created if it does not exist; files that are already in it are kept.',
    }),
  }
  static override flags = {
    ci: Flags.option({
      options: ['github', 'gitlab', 'gitea', 'forgejo', 'none'] as const,
      default: 'github' as const,
      description: 'The git host whose CI checks each push.',
    })(),
    hooks: Flags.option({
      options: ['lefthook', 'pre-commit', 'none'] as const,
      default: 'none' as const,
      description: 'The tool that checks each commit before it is made.',
    })(),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(Init)
    const directory = resolve(args.directory)
    const files = await filesUnder(directorySnapshot(this.config.root), ['annexes', 'schemas'])
    const templates = { ...TEMPLATES, ...HOSTS[flags.ci], ...HOOKS[flags.hooks] }
    for (const [template, path] of Object.entries(templates)) files.set(path, await this.template(template))
    const { commit, editions } = await initializeRepository(directory, { files, documents: CONVENTION_DOCUMENTS })
    return {
      json: { directory, commit, editions, files: [...files.keys()].sort() },
      text: [
        `Created ${directory}: the Convention's three documents, on branch main.`,
        `Editions: ${editions.join(', ')}.`,
        `Next: cd ${directory}, then run annex party import FILE, or see annex proposal new --help.`,
      ].join('\n'),
    }
  }

  private async template(name: string): Promise<Uint8Array> {
    const text = await readFile(join(this.config.root, 'templates', name), 'utf8')
    return new TextEncoder().encode(text.replaceAll('@VERSION', `@${this.config.version}`))
  }
}
