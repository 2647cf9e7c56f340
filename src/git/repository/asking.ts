type Listener = (isAsking: boolean) => void

let asking = 0
let listener: Listener = () => {}

/** Tells from when until when a person may be asked something on the terminal, by us or by a program that we run. */
export function onAsking(told: Listener): void {
  listener = told
}

/** Does what may ask a person: a password, the passphrase of a key, whether a server is the right one. */
export function mayAsk<Result>(work: () => Result): Result {
  begin()
  let isGoingOn = false
  try {
    const result = work()
    if (!(result instanceof Promise)) return result
    isGoingOn = true
    return result.finally(end) as Result
  } finally {
    if (!isGoingOn) end()
  }
}

function begin(): void {
  asking += 1
  if (asking === 1) listener(true)
}

function end(): void {
  asking -= 1
  if (asking === 0) listener(false)
}
