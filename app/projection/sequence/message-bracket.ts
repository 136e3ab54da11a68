import type { MessageIndex } from '../message-index.ts'
import { rowsBefore } from './busy-span.ts'
import type { SequenceRow } from './sequence-row.ts'

/** The rows from a cause to the last of its effects, by their indexes; others may stand between. */
export interface MessageBracket {
  readonly message: number
  readonly first: number
  readonly last: number
}

/** How a row takes part in a bracket. */
export type BracketPart = 'only' | 'begin' | 'effect' | 'end' | 'past'

/** Null: no row belongs to the message. */
export const messageBracket = (
  rows: readonly SequenceRow[],
  messages: MessageIndex,
  message: number | null,
): MessageBracket | null => {
  if (message === null) return null
  const steps = messages.stepsOf(message)
  const isPart = (index: number): boolean => rows[index]?.message === message
  let first = rowsBefore(rows, steps[0] ?? 0)
  let last = rowsBefore(rows, (steps.at(-1) ?? -1) + 1) - 1
  // A step goes on after the event that begins it.
  while (isPart(last + 1)) last += 1
  while (first < last && !isPart(first)) first += 1
  while (last > first && !isPart(last)) last -= 1
  return isPart(first) ? { message, first, last } : null
}

/** Null: the row is outside. */
export const bracketPart = (
  { message, first, last }: MessageBracket,
  index: number,
  row: SequenceRow,
): BracketPart | null => {
  if (index < first || index > last) return null
  if (first === last) return 'only'
  if (index === first) return 'begin'
  if (index === last) return 'end'
  return row.message === message ? 'effect' : 'past'
}
