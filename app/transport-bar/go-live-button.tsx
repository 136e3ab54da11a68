import { usePhrases } from '../language/use-phrases.ts'
import { useNewSteps, usePlayback, useTraceConnection } from '../playback/use-projection.ts'

/** Back to now, at once; says how much has happened meanwhile. A recording has no now, but an end. */
export function GoLiveButton() {
  const { t, number } = usePhrases()
  const goLive = usePlayback((state) => state.goLive)
  const steps = useNewSteps()
  if (useTraceConnection().connection === 'recorded') {
    return (
      <button type="button" className="button" onClick={goLive}>
        {t('recording.to-end')}
      </button>
    )
  }
  return (
    <button type="button" className="button" data-behind={steps > 0 || undefined} onClick={goLive}>
      {t('playback.go-live')}
      {steps > 0 && ` ${t('playback.new', { steps: number(steps) })}`}
    </button>
  )
}
