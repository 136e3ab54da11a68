/** A mark that the person set: at a cursor, never in the trace. Marks are numbered by time, from 1. */
export interface PlacedMark {
  readonly cursor: number
  /** In the person's words; empty: it has only its number. */
  readonly label: string
}

const MOST_MARKS = 50
const LONGEST_LABEL = 60

/** Sets a mark at the cursor, or takes it away where there is one. */
export function withMarkToggled(marks: readonly PlacedMark[], cursor: number): readonly PlacedMark[] {
  const others = marks.filter((mark) => mark.cursor !== cursor)
  return others.length < marks.length ? others : orderedMarks([...marks, { cursor, label: '' }])
}

export function withLabel(marks: readonly PlacedMark[], cursor: number, label: string): readonly PlacedMark[] {
  return marks.map((mark) => (mark.cursor === cursor ? { cursor, label: label.slice(0, LONGEST_LABEL) } : mark))
}

/** By time, one a cursor, and no more than a person sets. */
export function orderedMarks(marks: readonly PlacedMark[]): readonly PlacedMark[] {
  const byCursor = new Map(marks.map(({ cursor, label }) => [cursor, label.slice(0, LONGEST_LABEL)]))
  return [...byCursor]
    .map(([cursor, label]) => ({ cursor, label }))
    .sort((one, other) => one.cursor - other.cursor)
    .slice(0, MOST_MARKS)
}
