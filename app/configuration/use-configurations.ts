import { useState } from 'react'
import * as v from 'valibot'
import type { LabConfiguration } from '#trace'
import type { CommandReply } from '../backend/lab-backend.ts'
import { useLivePage } from '../client/live-page-context.tsx'
import { useLabNow } from '../client/use-lab-now.ts'
import { usePage } from '../playback/playback-context.tsx'
import { usePlayback, useTraceConnection } from '../playback/use-projection.ts'

/** What came of the last try to apply one. */
export type ConfigurationOutcome =
  | { readonly kind: 'applied'; readonly name: string }
  | { readonly kind: 'refused'; readonly message: string }

export interface Configurations {
  /** Null: nothing is known of the lab yet. */
  readonly atCursor: LabConfiguration | null
  readonly now: LabConfiguration | null
  /** A lab is there and waits for nothing. */
  readonly ready: boolean
  /** Null: nothing was tried, or no lab is in sight that could answer. */
  readonly outcome: ConfigurationOutcome | null
  apply(wanted: string | LabConfiguration): void
}

/** The lab's configuration, at the cursor and now, and the way to another. */
export function useConfigurations(): Configurations {
  const { backend } = useLivePage()
  const { projections } = usePage()
  const { connection, hello } = useTraceConnection()
  const configured = useLabNow((lab) => lab.config)
  const atCursor = usePlayback(({ cursor }) => projections.labStateAt(cursor).config)
  const [outcome, setOutcome] = useState<ConfigurationOutcome | null>(null)
  const [waits, setWaits] = useState(false)
  const now = configured ?? hello?.config ?? null
  const inSight = connection === 'live'
  const ready = inSight && !waits
  const apply = async (config: string | LabConfiguration) => {
    if (!ready) return
    setOutcome(null)
    setWaits(true)
    setOutcome(outcomeOf(await backend.send({ command: 'configure', config })))
    setWaits(false)
  }
  return { atCursor: atCursor ?? now, now, ready, outcome: inSight ? outcome : null, apply }
}

const configureReply = v.object({ config: v.object({ name: v.string() }) })

function outcomeOf(reply: CommandReply): ConfigurationOutcome | null {
  if (!reply.ok) return reply.code === 'out-of-sight' ? null : { kind: 'refused', message: reply.message }
  return { kind: 'applied', name: v.parse(configureReply, reply.value).config.name }
}
