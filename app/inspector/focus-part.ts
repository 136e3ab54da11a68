const PART = '[data-span], [data-octet]'

/** What can have the focus in a layer's card: its parts, or single octets. */
export const partsOf = (card: Element | null): readonly HTMLElement[] =>
  Array.from(card?.querySelectorAll<HTMLElement>(PART) ?? [])

/** The parts of a card are one stop of Tab: the one that had the focus last. */
export function focusPart(target: HTMLElement): void {
  for (const part of partsOf(target.closest('[data-layer]'))) part.tabIndex = part === target ? 0 : -1
  target.focus()
}
