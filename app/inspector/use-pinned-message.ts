import { useState } from 'react'
import type { MessageLayers } from '../projection/layers/message-layers.ts'
import type { Inspected } from './use-inspected.ts'

/** The message that was kept aside, so that others can be held against it. */
export interface PinnedMessage {
  /** Whether it is the one that is shown. */
  readonly isShown: boolean
  readonly canCompare: boolean
  /** Null: nothing is compared. */
  readonly comparedWith: MessageLayers | null
  /** Pins what is shown, or lets go of it. */
  readonly toggle: () => void
  readonly toggleComparison: () => void
}

export function usePinnedMessage(inspected: Inspected | null): PinnedMessage {
  const [pinned, setPinned] = useState<Inspected | null>(null)
  const [comparing, setComparing] = useState(false)
  const isShown = pinned !== null && pinned.seq === inspected?.seq
  const canCompare = pinned !== null && !isShown
  return {
    isShown,
    canCompare,
    comparedWith: canCompare && comparing ? pinned.layers : null,
    toggle: () => setPinned(isShown ? null : inspected),
    toggleComparison: () => setComparing((before) => !before),
  }
}
