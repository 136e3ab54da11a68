import { type KeyboardEvent, type PointerEvent, useId } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import type { Breakpoint } from './breakpoint.ts'
import { clampedSize, PANEL_RANGES, type Panel, sizeOf } from './layout-sizes.ts'
import './panel-splitter.css'
import { usePreference, usePreferences } from './preferences-context.ts'

/** How far one press of an arrow moves, in CSS pixels. */
const KEY_STEP = 16

/** Pixels that the panel grows by for a pixel of movement to the right or down, and the arrows that do it. */
const DIRECTIONS: Readonly<Record<Panel, { readonly axis: 'x' | 'y'; readonly grows: 1 | -1 }>> = {
  notes: { axis: 'x', grows: 1 },
  dock: { axis: 'y', grows: -1 },
  route: { axis: 'x', grows: 1 },
}

const ARROWS: Readonly<Record<string, { readonly axis: 'x' | 'y'; readonly by: 1 | -1 }>> = {
  ArrowLeft: { axis: 'x', by: -1 },
  ArrowRight: { axis: 'x', by: 1 },
  ArrowUp: { axis: 'y', by: -1 },
  ArrowDown: { axis: 'y', by: 1 },
}

/** Dragged, moved with Alt and an arrow, folded by a double click or Enter; the size is kept per breakpoint. */
export function PanelSplitter({ panel, breakpoint }: { readonly panel: Panel; readonly breakpoint: Breakpoint }) {
  const { t } = usePhrases()
  const hint = useId()
  const { sizes } = usePreferences()
  const size = sizeOf(usePreference(sizes), panel, breakpoint)
  const { axis, grows } = DIRECTIONS[panel]
  const resize = (wanted: number) =>
    sizes.set({ ...sizes.get(), [`${panel}@${breakpoint}`]: clampedSize(panel, wanted) })
  const fold = () => resize(size === 0 ? PANEL_RANGES[panel].initial[breakpoint] : 0)

  const drag = (down: PointerEvent<HTMLElement>) => {
    const splitter = down.currentTarget
    const from = axis === 'x' ? down.clientX : down.clientY
    splitter.setPointerCapture(down.pointerId)
    splitter.onpointermove = (move) => resize(size + ((axis === 'x' ? move.clientX : move.clientY) - from) * grows)
    splitter.onlostpointercapture = () => {
      splitter.onpointermove = null
    }
  }
  const press = (keyDown: KeyboardEvent) => {
    if (keyDown.key === 'Enter') return fold()
    const arrow = ARROWS[keyDown.key]
    if (arrow === undefined || arrow.axis !== axis || !keyDown.altKey) return
    keyDown.preventDefault()
    resize(size + KEY_STEP * arrow.by * grows)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: one that has the focus and a value is no <hr> (ARIA, window splitter)
    <div
      className="panel-splitter"
      role="separator"
      tabIndex={0}
      data-axis={axis}
      aria-orientation={axis === 'x' ? 'vertical' : 'horizontal'}
      aria-label={t(`shell.resize-${panel}`)}
      aria-describedby={hint}
      aria-valuemin={0}
      aria-valuemax={PANEL_RANGES[panel].most}
      aria-valuenow={size}
      onPointerDown={drag}
      onDoubleClick={fold}
      onKeyDown={press}
    >
      <span id={hint} hidden>
        {t('shell.resize-hint')}
      </span>
    </div>
  )
}
