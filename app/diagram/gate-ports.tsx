import type { GateName } from '#trace'
import { usePhrases } from '../language/use-phrases.ts'
import type { DiagramGeometry } from './diagram-geometry.ts'
import { useDiagramView } from './diagram-view.ts'
import type { DiagramFit } from './fit-diagram.ts'

/** What the page can do with gates. */
export interface GateControls {
  /** Where this page has a breakpoint now. */
  readonly set: ReadonlySet<GateName>
  onToggle(gate: GateName): void
}

interface GatePortsProps {
  readonly controls: GateControls
  readonly geometry: DiagramGeometry
  readonly fit: DiagramFit
}

/** The ports where a real thing can be made to wait. So far one: at the door. */
export function GatePorts({ controls, geometry, fit }: GatePortsProps) {
  const { t } = usePhrases()
  const { lab } = useDiagramView()
  const { endpointCard } = geometry.layout
  const door = geometry.boxOf('httpEndpoint')
  const held = lab.atGates.filter(({ gate }) => gate === 'G1').length
  const isSet = lab.breakpoints.some(({ gate }) => gate === 'G1')
  return (
    <button
      type="button"
      className="gate-port"
      data-gate="G1"
      data-set={isSet || undefined}
      data-holding={held > 0 || undefined}
      aria-pressed={controls.set.has('G1')}
      aria-label={t('gates.breakpoint-G1')}
      title={t('gates.breakpoint-G1')}
      style={{ left: fit.x + endpointCard.x * fit.scale, top: fit.y + (door.y + door.height / 2) * fit.scale }}
      onClick={() => controls.onToggle('G1')}
    >
      {held > 0 ? held : ''}
    </button>
  )
}
