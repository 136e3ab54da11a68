import type { Breakpoint } from './breakpoint.ts'

/** What a splitter moves: the notes' width, the dock's height, the route's width in the dock. */
export const PANELS = ['notes', 'dock', 'route'] as const
export type Panel = (typeof PANELS)[number]

/** Sizes that the person has chosen, in CSS pixels by `panel@breakpoint`; 0: folded to a rail. */
export type LayoutSizes = Readonly<Partial<Record<`${Panel}@${Breakpoint}`, number>>>

interface PanelRange {
  readonly initial: Readonly<Record<Breakpoint, number>>
  readonly least: number
  readonly most: number
}

/** ux.md c.1 and the reference pictures. */
export const PANEL_RANGES: Readonly<Record<Panel, PanelRange>> = {
  notes: { initial: { phone: 0, tablet: 360, small: 304, medium: 328, large: 400 }, least: 240, most: 560 },
  dock: { initial: { phone: 0, tablet: 320, small: 244, medium: 300, large: 316 }, least: 160, most: 560 },
  route: { initial: { phone: 0, tablet: 280, small: 304, medium: 380, large: 460 }, least: 220, most: 720 },
}

export function sizeOf(sizes: LayoutSizes, panel: Panel, breakpoint: Breakpoint): number {
  return sizes[`${panel}@${breakpoint}`] ?? PANEL_RANGES[panel].initial[breakpoint]
}

/** How far a size that nobody chose gives way to the stage on a small screen. */
const YIELDS: Readonly<Record<Panel, (size: string) => string>> = {
  notes: (size) => `min(${size}, 26vw)`,
  dock: (size) => `clamp(10rem, 100dvh - 31rem, ${size})`,
  route: (size) => size,
}

/** A panel's size for the style sheet, in rem, so that it grows with the person's type. */
export function cssSizeOf(sizes: LayoutSizes, panel: Panel, breakpoint: Breakpoint): string {
  const size = `${sizeOf(sizes, panel, breakpoint) / 16}rem`
  const chosen = sizes[`${panel}@${breakpoint}`] !== undefined
  return chosen || breakpoint === 'tablet' ? size : YIELDS[panel](size)
}

/** Keeps a dragged size in its range; far below the least it folds. */
export function clampedSize(panel: Panel, wanted: number): number {
  const { least, most } = PANEL_RANGES[panel]
  if (wanted < least / 2) return 0
  return Math.round(Math.min(most, Math.max(least, wanted)))
}

export function parseLayoutSizes(stored: unknown): LayoutSizes | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  return Object.fromEntries(Object.entries(stored).filter(([, size]) => Number.isFinite(size)))
}
