/** How long each target is tried, in seconds. */
export const SECONDS = Number(process.env.FUZZ_SECONDS ?? 60)
