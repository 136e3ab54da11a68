import type { ClientTag } from '#trace'

/** The letters that a page gives have names; a student's tag is its own. */
const NAME_OF_TAG: Readonly<Record<ClientTag, string>> = {
  A: 'Ada',
  B: 'Bob',
  C: 'Cy',
  D: 'Dee',
  E: 'Eli',
  F: 'Fay',
}

export function clientName(tag: ClientTag): string {
  return NAME_OF_TAG[tag] ?? tag
}
