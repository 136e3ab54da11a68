/** What the stage shows: the diagram, the sequence, or both with one cursor (ux.md c.1). */
export const PAGE_VIEWS = ['flow', 'sequence', 'split'] as const
export type PageView = (typeof PAGE_VIEWS)[number]

export function parsePageView(value: unknown): PageView | undefined {
  return PAGE_VIEWS.find((view) => view === value)
}
