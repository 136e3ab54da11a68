import { ChevronDown, ChevronRight } from 'lucide-react'
import { usePhrases } from '../language/use-phrases.ts'
import { useTimelineState } from '../playback/use-timeline-state.ts'
import { clientName } from '../projection/client-name.ts'
import type { TimelineLane } from '../projection/timeline/timeline-tick.ts'
import { clientHue } from '../styles/client-hue.ts'

/** What stands before a lane. The server's opens into its channels and handlers. */
export function LaneName({ lane }: { readonly lane: TimelineLane }) {
  const { t } = usePhrases()
  if (lane === 'server') return <ServerName />
  if (lane === 'marks') return <span className="timeline-name">{t('timeline.marks')}</span>
  const [kind, name = ''] = lane.split(':')
  if (kind === 'server')
    return (
      <span className="timeline-name" data-part title={name}>
        {name}
      </span>
    )
  return (
    <span className="timeline-name" data-hue={clientHue(name)}>
      <span className="client-letter">{name.slice(0, 2)}</span> {clientName(name)}
    </span>
  )
}

function ServerName() {
  const { t } = usePhrases()
  const open = useTimelineState((state) => state.opensServer)
  const set = useTimelineState((state) => state.set)
  return (
    <button
      type="button"
      className="timeline-name timeline-name-button"
      aria-expanded={open}
      title={t('timeline.open-server')}
      onClick={() => set({ opensServer: !open })}
    >
      {open ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
      {t('timeline.server')}
    </button>
  )
}

/** A lane as it is called in a sentence. */
export function useLaneName(): (lane: TimelineLane) => string {
  const { t } = usePhrases()
  return (lane) => {
    if (lane === 'server' || lane === 'marks') return t(`timeline.${lane}`)
    const [kind, name = ''] = lane.split(':')
    return kind === 'client' ? clientName(name) : name
  }
}
