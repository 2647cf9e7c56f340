/** Is told, while some work goes on, how much of it is done, and of how much. */
export type TellProgress = (done: number, total: number) => void
