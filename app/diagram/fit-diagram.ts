import type { DiagramLayout } from './diagram-layout.ts'
import { TALL_LAYOUT } from './tall-layout.ts'
import { WIDE_LAYOUT } from './wide-layout.ts'

/** How a diagram lies in its stage. */
export interface DiagramFit {
  readonly layout: DiagramLayout
  readonly scale: number
  /** Of the layout's top left corner in the stage. */
  readonly x: number
  readonly y: number
  /** Short names, because the type is enlarged to keep its least size. */
  readonly shortLabels: boolean
}

/** Beyond it the room goes to notes and dock, not to the type. */
const LARGEST_SCALE = 1.25
/** Below it the smallest label (12.5 units) would be under 12 px. */
const FULL_LABELS_SCALE = 0.96
/** Below it even short labels do not fit: the route strip takes the stage. */
const SMALLEST_SCALE = 0.74

/** @returns null where no layout can be read */
export function fitDiagram(width: number, height: number): DiagramFit | null {
  const scaleOf = (layout: DiagramLayout) => Math.min(width / layout.width, height / layout.height, LARGEST_SCALE)
  const layout = scaleOf(TALL_LAYOUT) > scaleOf(WIDE_LAYOUT) ? TALL_LAYOUT : WIDE_LAYOUT
  const scale = scaleOf(layout)
  if (scale < SMALLEST_SCALE) return null
  return {
    layout,
    scale,
    x: Math.round((width - layout.width * scale) / 2),
    y: Math.round((height - layout.height * scale) / 2),
    shortLabels: scale < FULL_LABELS_SCALE,
  }
}
