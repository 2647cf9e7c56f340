type Listener = (bytes: number) => void

let listener: Listener = () => {}

/** Tells of each file and each object that is read, before any work is done on it, how long it is: whether there is much to do. */
export function onReading(told: Listener): void {
  listener = told
}

/** Says that something is read. */
export function tellReading({ length }: Uint8Array): void {
  listener(length)
}
