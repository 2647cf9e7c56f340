// The type of what `npm run build:validators` writes beside this file from schemas/.

/** The keys of each object of the schemas, in order: by `kind`, `kind/definition`, and `…/key` for an object inside. */
export const KEY_ORDERS: Readonly<Record<string, readonly string[]>>
