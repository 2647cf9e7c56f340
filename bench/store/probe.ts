// What commands do with a long history, without their words: lists commits as `git log` does, or finds a merge base.
import { openRepository } from '../../src/git/index.ts'

const [task = '', directory = '.', one = 'main', other = 'main'] = process.argv.slice(2)

if (task === 'nothing') process.exit(0)
const repository = await openRepository(directory)
if (task === 'list') {
  const lines: string[] = []
  for await (const { id, author, message } of repository.log(await repository.resolve(one))) {
    lines.push(`commit ${id}\nAuthor: ${author.name} <${author.email}>\nDate: ${author.timestamp}\n\n    ${message}`)
  }
  process.stdout.write(lines.join('\n'))
} else {
  const bases = await repository.mergeBases(await repository.resolve(one), await repository.resolve(other))
  process.stdout.write(`${bases.join('\n')}\n`)
}
