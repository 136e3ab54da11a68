import { useMemo } from 'react'
import type { ActiveFault, ClientTag, FaultChange, FaultName, KillKind } from '#trace'
import { useLivePage } from '../client/live-page-context.tsx'
import { useLabNow, useLabWhenAsked } from '../client/use-lab-now.ts'

export interface Faults {
  /** The faults that are on now, whatever the diagram shows. */
  readonly active: readonly ActiveFault[]
  change(change: FaultChange): void
  clear(): void
  /** @param scope null: every connection */
  kill(how: KillKind, scope: ClientTag | null): void
}

/** The faults of the lab as they are now, and the way to change them. */
export function useFaults(): Faults {
  const { backend } = useLivePage()
  const labNow = useLabWhenAsked()
  const active = useLabNow((lab) => lab.faults)
  return useMemo(() => {
    const send = (faults: readonly FaultChange[]) => void backend.send({ command: 'set-faults', faults })
    return {
      active,
      change: (change) => send([change]),
      clear: () => send([...new Set(active.map(({ fault }) => fault))].map(off)),
      kill(how, scope) {
        for (const { id, client } of labNow().sessions)
          if (scope === null || client === scope) void backend.send({ command: 'kill', session: id, how })
      },
    }
  }, [backend, active, labNow])
}

function off(fault: FaultName): FaultChange {
  return { fault, on: false }
}
