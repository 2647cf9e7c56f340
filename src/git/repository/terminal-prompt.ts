type Listener = (isPrompting: boolean) => void

let prompts = 0
let listener: Listener = () => {}

/** Calls `listener` when this program, or one that it runs, starts and stops asking something on the terminal. */
export function onTerminalPrompt(newListener: Listener): void {
  listener = newListener
}

/** Does work that may ask a person on the terminal: a password, a key's passphrase, whether a host is the right one. */
export function whilePrompting<Result>(work: () => Result): Result {
  begin()
  let isPending = false
  try {
    const result = work()
    if (!(result instanceof Promise)) return result
    isPending = true
    return result.finally(end) as Result
  } finally {
    if (!isPending) end()
  }
}

function begin(): void {
  prompts += 1
  if (prompts === 1) listener(true)
}

function end(): void {
  prompts -= 1
  if (prompts === 0) listener(false)
}
