import type { TextLayer } from './layer.ts'
import type { SpringLayer } from './spring-layer.ts'

/** A line of two messages side by side; null: that one lacks it. */
export interface ComparedRow {
  readonly name: string
  readonly here: string | null
  readonly pinned: string | null
}

type NamedValue = readonly [name: string, value: string]

/** Both in the order of the first, then what only the second has. */
export const comparedRows = (here: readonly NamedValue[], pinned: readonly NamedValue[]): readonly ComparedRow[] => {
  const [ours, theirs] = [new Map(here), new Map(pinned)]
  const names = new Set([...ours.keys(), ...theirs.keys()])
  return Array.from(names, (name) => ({ name, here: ours.get(name) ?? null, pinned: theirs.get(name) ?? null }))
}

/** Command, headers and body of a STOMP frame; of a repeated header only the first counts. */
export const stompRows = ({ spans }: TextLayer): readonly NamedValue[] =>
  spans.flatMap(({ part, value, params }): readonly NamedValue[] => {
    if (part === 'stomp.command' || part === 'stomp.body') return [[part.slice('stomp.'.length), value]]
    return part === 'stomp.header-value' ? [[String(params.name), value]] : []
  })

/** What the Message has at this hop. */
export const springRows = ({ rows }: SpringLayer): readonly NamedValue[] =>
  rows
    .filter(({ change }) => change !== 'removed')
    .map(({ name, kind, value }) => [kind === 'native-header' ? `nativeHeaders.${name}` : name, value])
