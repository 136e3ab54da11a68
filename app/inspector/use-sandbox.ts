import { useMemo, useState } from 'react'
import { usePlayback } from '../playback/use-projection.ts'
import { inCarets, outOfCarets } from '../projection/layers/caret-notation.ts'
import type { MessageLayers } from '../projection/layers/message-layers.ts'
import { canBeSandbox, sandboxLayers } from '../projection/layers/sandbox-layers.ts'
import type { Inspected } from './use-inspected.ts'

/** A copy of the shown message that can be written anew. */
export interface Sandbox {
  readonly canEdit: boolean
  /** What the copy is on each layer; null: there is none. */
  readonly layers: MessageLayers | null
  /** As it stands in the text field. */
  readonly written: string
  /** As it goes out. */
  readonly text: string
  readonly toggle: () => void
  readonly write: (written: string) => void
}

/** Another message that is shown has no copy yet. */
export function useSandbox(inspected: Inspected | null): Sandbox {
  const [draft, setDraft] = useState<{ readonly seq: number; readonly written: string } | null>(null)
  const select = usePlayback((state) => state.select)
  const original = inspected?.layers ?? null
  const canEdit = original !== null && canBeSandbox(original)
  const written = canEdit && draft !== null && draft.seq === inspected?.seq ? draft.written : null
  const layers = useMemo(
    () => (original === null || written === null ? null : sandboxLayers(original, outOfCarets(written))),
    [original, written],
  )
  const open = (seq: number) => {
    // What is edited stays while the log goes on.
    select(seq)
    setDraft({ seq, written: inCarets(original?.stomp?.text ?? '') })
  }
  const write = (text: string) => inspected !== null && setDraft({ seq: inspected.seq, written: text })
  return {
    canEdit,
    layers,
    written: written ?? '',
    text: outOfCarets(written ?? ''),
    toggle: () => (written !== null ? setDraft(null) : inspected !== null && open(inspected.seq)),
    write,
  }
}
