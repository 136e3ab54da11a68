import { usePhrases } from '../language/use-phrases.ts'
import { clientTransport, type TransportName } from './client-transport.ts'
import { HELD_AT_MOST, heldConnections, willHold } from './held-connections.ts'
import { useLabNow } from './use-lab-now.ts'

/** Tells of the browser's limit before a client that is about to connect runs into it. */
export function ConnectionsHint({ id, transport }: { readonly id: string; readonly transport: TransportName }) {
  const { t } = usePhrases()
  const config = useLabNow((lab) => lab.config)
  const clients = useLabNow((lab) => lab.clients)
  if (!willHold(clientTransport(transport), config)) return null
  const held = heldConnections(clients)
  const isFull = held >= HELD_AT_MOST
  return (
    <p id={id} className="client-card-connections" data-full={isFull}>
      {t(isFull ? 'transports.connections-all' : 'transports.connections', { held })}
    </p>
  )
}
