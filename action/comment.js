// Comments the redline and the legal status of a proposal on its pull request: one comment, updated by each run. Uses Node alone.
// Arguments: the file of the redline (Markdown), the file of the status (text). Environment: NUMBER, TOKEN, and what GitHub sets.
import { readFile } from 'node:fs/promises'

const MARK = '<!-- treaty-annex: redline and status -->'
/** The longest comment that GitHub accepts, in characters. */
const LONGEST = 65_536

const { GITHUB_API_URL = 'https://api.github.com', GITHUB_REPOSITORY, NUMBER, TOKEN } = process.env

function send(path, method, body) {
  return fetch(`${GITHUB_API_URL}/${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/json',
      'user-agent': 'treaty-annex',
    },
    body: body && JSON.stringify(body),
  })
}

async function ask(path, method = 'GET', body) {
  const answer = await send(`repos/${GITHUB_REPOSITORY}/${path}`, method, body)
  if (!answer.ok) throw new Error(`GitHub answered ${answer.status} to ${method} ${path}`)
  return answer.json()
}

// Anyone can write the mark, so only a comment by the owner of the token is updated. GitHub says who owns a person's token.
// The token of a job belongs to an app and may not ask; its comments are a bot's.
async function isOurs() {
  const answer = await send('user', 'GET')
  if (!answer.ok) return (user) => user?.type === 'Bot'
  const { id } = await answer.json()
  return (user) => user?.id === id
}

async function earlierComment() {
  const ours = await isOurs()
  for (let page = 1; ; page++) {
    const comments = await ask(`issues/${NUMBER}/comments?per_page=100&page=${page}`)
    const found = comments.find(({ user, body }) => body?.startsWith(MARK) && ours(user))
    if (found !== undefined || comments.length < 100) return found
  }
}

function fenced(text) {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}text\n${text.trimEnd()}\n${fence}`
}

function commentOf(redline, status) {
  const tail = `\n\n## What the Convention says today\n\n${fenced(status)}\n`
  const room = LONGEST - MARK.length - tail.length - 200
  if (redline.length <= room) return `${MARK}\n${redline.trimEnd()}${tail}`
  const cut = redline.slice(0, redline.lastIndexOf('\n', room))
  return `${MARK}\n${cut}\n\n*The redline is too long for a comment. \`annex proposal diff\` shows all of it.*${tail}`
}

const [redline, status] = await Promise.all(process.argv.slice(2, 4).map((file) => readFile(file, 'utf8')))
try {
  const body = commentOf(redline, status)
  const earlier = await earlierComment()
  if (earlier === undefined) await ask(`issues/${NUMBER}/comments`, 'POST', { body })
  else await ask(`issues/comments/${earlier.id}`, 'PATCH', { body })
} catch (error) {
  // A pull request from a fork may not comment. That does not change the result of the check.
  console.log(`::notice title=annex::The redline was not commented: ${error.message.replaceAll(/[\r\n%]/g, ' ')}`)
}
