import { usePhrases } from '../language/use-phrases.ts'
import { useDisplayLag, usePlayback, useStateChip } from '../playback/use-projection.ts'

/** Whether the picture shows now. Behind, the server goes on; it says so as long as there is room. */
export function StateChip() {
  const { t, number } = usePhrases()
  const chip = useStateChip()
  const moving = usePlayback((state) => state.following)
  if (chip.kind === 'behind') {
    return (
      <span className="state-chip" data-state="behind">
        <span>{t('shell.behind', { steps: number(chip.steps) })}</span>
        {!moving && <span className="state-chip-more"> · {t('shell.live-continues')}</span>}
      </span>
    )
  }
  return (
    <>
      <span className="state-chip" data-state={chip.kind}>
        {t(chip.kind === 'live' ? 'shell.live' : 'shell.recorded')}
      </span>
      <DisplayLag />
    </>
  )
}

/** Under load the display comes after the log, although it follows it. */
function DisplayLag() {
  const { t, number } = usePhrases()
  const tenths = useDisplayLag()
  if (tenths === 0) return null
  return <span className="display-lag">{t('shell.display-behind', { seconds: number(tenths / 10, 'tenths') })}</span>
}
