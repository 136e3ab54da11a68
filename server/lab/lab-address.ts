/** An address of one lab (design: `main` is at the root paths, others under `/labs/{id}/`). */
export interface LabAddress {
  readonly id: string
  /** What the lab itself sees. */
  readonly path: string
}

export const MAIN = 'main'

const PREFIXED = /^\/labs\/([^/]*)(.*)$/

export const labAddress = (path: string): LabAddress => {
  const [, id, rest] = PREFIXED.exec(path) ?? []
  return id === undefined || rest === undefined ? { id: MAIN, path } : { id, path: rest }
}
