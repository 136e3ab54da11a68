interface SequenceArrowProps {
  /** Columns. */
  readonly from: number
  readonly to: number
  readonly columns: number
  /** Columns that are busy, with spaces between. */
  readonly busy: string
  /** Milliseconds: what takes longer falls steeper. */
  readonly latency: number
}

const TOP = 20
const BOTTOM = 27

/** Milliseconds from which on an arrow falls as steeply as it can. */
const STEEPEST = 250

/** The lifelines of a row, what is busy on them, and the arrow. Units: columns of 100, 30 high. */
export function SequenceArrow({ from, to, columns, busy, latency }: SequenceArrowProps) {
  const x = (column: number): number => column * 100 + 50
  const slope = Math.min(1, latency / STEEPEST) * (BOTTOM - TOP)
  const [start, end] = [TOP, TOP + slope]
  const direction = to > from ? 1 : -1
  return (
    <svg className="sequence-arrow" viewBox={`0 0 ${columns * 100} 30`} preserveAspectRatio="none" aria-hidden>
      {Array.from({ length: columns }, (_, column) => (
        <line key={x(column)} className="sequence-lifeline" x1={x(column)} x2={x(column)} y1={0} y2={30} />
      ))}
      {busy !== '' &&
        busy
          .split(' ')
          .map((column) => (
            <line key={column} className="sequence-busy" x1={x(Number(column))} x2={x(Number(column))} y1={0} y2={30} />
          ))}
      <line className="sequence-line" x1={x(from)} x2={x(to)} y1={start} y2={end} />
      <path
        className="sequence-point"
        d={`M ${x(to) - direction * 100 * 0.06} ${end - 4} L ${x(to)} ${end} L ${x(to) - direction * 100 * 0.06} ${end + 4}`}
      />
    </svg>
  )
}
