import { createServer, type Server } from 'node:http'

export interface Author {
  type: string
  id: number
}

export interface Comment {
  id: number
  user: Author
  body: string
}

/** What GitHub answers about the comments of pull request 7 of un/convention, to whoever has the token `secret`. */
export interface CommentsServer {
  comments: Comment[]
  /** Who writes by that token. */
  author: Author
  /** Whether GitHub says who that is. */
  saysWho: boolean
  /** Whether it refuses everything. */
  refuses: boolean
}

const COMMENTS = '/repos/un/convention/issues/7/comments'

/** Serves it, on a port of 127.0.0.1. What was edited ends in `again`. */
export async function serveComments(state: CommentsServer): Promise<Server> {
  const server = createServer(async (request, response) => {
    const sent = (await request.toArray()).join('')
    const allowed = !state.refuses && request.headers.authorization === 'Bearer secret'
    const asked = `${request.method} ${request.url?.replace(/\?.*/, '')}`
    const [status, body] = allowed ? answer(state, asked, sent) : [403, {}]
    response.writeHead(status).end(JSON.stringify(body))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return server
}

function answer({ comments, author, saysWho }: CommentsServer, asked: string, sent: string): [number, unknown] {
  if (asked === 'GET /user') return saysWho ? [200, author] : [403, {}]
  if (asked === `GET ${COMMENTS}`) return [200, comments]
  if (asked === `POST ${COMMENTS}`) {
    comments.push({ id: comments.length + 1, user: author, body: JSON.parse(sent).body })
    return [201, {}]
  }
  const edited = comments.find(({ id }) => asked === `PATCH /repos/un/convention/issues/comments/${id}`)
  if (edited === undefined) return [404, {}]
  edited.body = `${JSON.parse(sent).body}again`
  return [200, {}]
}
