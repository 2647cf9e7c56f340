export const FILE_KINDS: readonly string[]
export function validatorsFromSchemas(): Promise<string>
