/** An address of one lab (design README, settled 3: `main` is at the root paths, others are under `/labs/{id}/`). */
export interface LabAddress {
  readonly id: string
  /** What the lab itself sees. */
  readonly path: string
}

export const MAIN = 'main'

/** What a lab may be called. */
export const LAB_ID: RegExp = /^[a-z0-9-]{1,32}$/

const PREFIXED = /^\/labs\/([^/]*)(.*)$/

export const labAddress = (path: string): LabAddress => {
  const [, id, rest] = PREFIXED.exec(path) ?? []
  return id === undefined || rest === undefined ? { id: MAIN, path } : { id, path: rest }
}
