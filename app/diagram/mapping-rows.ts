export interface MappingRow {
  /** Without the application's prefix, as it stands in `@MessageMapping`. */
  readonly mapping: string
  /** Of the message at the cursor; null for a row that only says that the mapping exists. */
  readonly method: string | null
}

export interface MappingRows {
  readonly rows: readonly MappingRow[]
  /** How many mappings have no row. */
  readonly more: number
}

/**
 * @param destinations where a client can send to, as the lab suggests them
 * @param invoked the mapping that ran for the message at the cursor: it is always among the rows
 */
export function mappingRows(
  destinations: readonly string[],
  prefixes: readonly string[],
  invoked: { readonly mapping: string; readonly method: string } | null,
  limit: number,
): MappingRows {
  const known = new Set(destinations.flatMap((destination) => withoutPrefix(destination, prefixes) ?? []))
  const ran = invoked === null ? null : (withoutPrefix(invoked.mapping, prefixes) ?? invoked.mapping)
  if (ran !== null) known.add(ran)
  const mappings = [...known]
  const visible = mappings.slice(0, limit)
  if (ran !== null && !visible.includes(ran)) visible[visible.length - 1] = ran
  return {
    rows: visible.map((mapping) => ({ mapping, method: mapping === ran ? (invoked?.method ?? null) : null })),
    more: mappings.length - visible.length,
  }
}

function withoutPrefix(destination: string, prefixes: readonly string[]): string | null {
  const prefix = prefixes.find((candidate) => destination.startsWith(candidate))
  if (prefix === undefined) return null
  const rest = destination.slice(prefix.length)
  return rest.startsWith('/') ? rest : `/${rest}`
}
