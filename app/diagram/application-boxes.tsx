import { usePhrases } from '../language/use-phrases.ts'
import { BreakableName } from '../styles/breakable-name.tsx'
import { useDiagramView } from './diagram-view.ts'
import { StationBox } from './station-box.tsx'

/** HTTP controllers and listeners: what is outside of messaging, with the event published last. */
export function ApplicationBox() {
  const { lab } = useDiagramView()
  const { t } = usePhrases()
  const line = lab.published?.name ?? t('diagram.application-idle')
  const title = t('diagram.title-application')
  return (
    <StationBox place="application" station="application" look="box" name={`application, ${title}, ${line}`}>
      <span className="diagram-text diagram-strong">{title}</span>
      <span className="diagram-small">{lab.published === null ? line : <BreakableName name={line} />}</span>
    </StationBox>
  )
}

export function SchedulerBox() {
  const { t } = usePhrases()
  const title = t('diagram.title-scheduler')
  const line = t('diagram.scheduler-idle')
  return (
    <StationBox place="scheduler" station="scheduler" look="box" name={`scheduler, ${title}, ${line}`}>
      <span className="diagram-text diagram-strong">{title}</span>
      <span className="diagram-small">{line}</span>
    </StationBox>
  )
}
