import type { ActiveFault, ClientTag } from '#trace'
import { usePhrases } from '../language/use-phrases.ts'
import { clientName } from '../projection/client-name.ts'
import { FaultIcon } from '../styles/fault-icon.tsx'
import type { DiagramGeometry } from './diagram-geometry.ts'
import { useDiagramView } from './diagram-view.ts'
import { pointOn } from './edge-curve.ts'
import type { DiagramFit } from './fit-diagram.ts'

/** Where on the way from a client to its session the things stand. */
const PLACE_ON_EDGE = 0.5

interface FaultBadgesProps {
  readonly geometry: DiagramGeometry
  readonly fit: DiagramFit
}

/** What is broken at the cursor, as things on the way of each client that they strike. */
export function FaultBadges({ geometry, fit }: FaultBadgesProps) {
  const { lab } = useDiagramView()
  if (lab.faults.length === 0) return null
  return geometry.clients.map((tag) => {
    const faults = strikingAt(lab.faults, tag)
    const { x, y } = pointOn(geometry.curveOf(`client:${tag}`, 'webSocketSession'), PLACE_ON_EDGE)
    return (
      faults.length > 0 && (
        <ul key={tag} className="fault-badges" style={{ left: fit.x + x * fit.scale, top: fit.y + y * fit.scale }}>
          {faults.map((fault) => (
            <FaultBadge key={fault.fault} fault={fault} tag={tag} />
          ))}
        </ul>
      )
    )
  })
}

function FaultBadge({ fault, tag }: { readonly fault: ActiveFault; readonly tag: ClientTag }) {
  const { t } = usePhrases()
  const name = t('faults.badge', { fault: t(`faults.name-${fault.fault}`), who: clientName(tag) })
  return (
    <li className="fault-badge" data-fault={fault.fault} title={name}>
      <FaultIcon fault={fault.fault} size={16} />
      <span className="visually-hidden">{name}</span>
      {fault.fault === 'latency' && (
        <span className="fault-badge-text">
          {t('faults.badge-latency', { milliseconds: Math.max(fault.toServer, fault.toClient) })}
        </span>
      )}
    </li>
  )
}

/** Of one fault for a client and for all, the client's own counts. */
function strikingAt(faults: readonly ActiveFault[], tag: ClientTag): readonly ActiveFault[] {
  const own = faults.filter(({ client }) => client === tag)
  const all = faults.filter(({ fault, client }) => client === null && !own.some((other) => other.fault === fault))
  return [...own, ...all]
}
