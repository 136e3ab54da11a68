import type { TokenShape } from '../projection/token.ts'
import { TOKEN_FILLS, TOKEN_MARKS, TOKEN_OUTLINES } from '../styles/token-outline.ts'

const WIDTH = 6.5
const HEIGHT = 5.5
const MARGIN = 1.5

/** A token's shape, small. */
export function TickShape({ shape }: { readonly shape: TokenShape }) {
  const mark = TOKEN_MARKS[shape]?.(WIDTH, HEIGHT)
  return (
    <svg
      className="tick-shape"
      data-fill={TOKEN_FILLS[shape]}
      viewBox={`${-WIDTH - MARGIN} ${-HEIGHT - MARGIN} ${2 * (WIDTH + MARGIN)} ${2 * (HEIGHT + MARGIN)}`}
      aria-hidden
    >
      <polygon points={pointsOf(TOKEN_OUTLINES[shape](WIDTH, HEIGHT))} />
      {mark !== undefined && <polyline points={pointsOf(mark)} />}
    </svg>
  )
}

const pointsOf = (outline: readonly (readonly [number, number])[]): string =>
  outline.map(([x, y]) => `${x},${y}`).join(' ')
