import { FastForward, Pause, Play, Rewind, Search, StepBack, StepForward } from 'lucide-react'
import { usePhrases } from '../language/use-phrases.ts'
import { useCursorTime, usePlayback } from '../playback/use-projection.ts'
import { IconButton } from '../styles/icon-button.tsx'
import { GoLiveButton } from './go-live-button.tsx'
import { PositionSlider } from './position-slider.tsx'
import { SpeedSelect } from './speed-select.tsx'
import './transport-bar.css'

const ICON = 16

/** Everything that moves the cursor. It never moves the server. */
export function TransportBar({ onSearch }: { readonly onSearch: () => void }) {
  const { t } = usePhrases()
  const stepBack = usePlayback((state) => state.stepBack)
  const step = usePlayback((state) => state.step)
  const previousMessage = usePlayback((state) => state.previousMessage)
  const nextMessage = usePlayback((state) => state.nextMessage)
  return (
    <footer className="transport-bar" role="contentinfo" aria-label={t('playback.region')}>
      <div className="transport-buttons">
        <IconButton name={t('playback.previous-message')} Icon={Rewind} press={previousMessage} />
        <button type="button" className="button" onClick={stepBack}>
          <StepBack size={ICON} aria-hidden />
          {t('playback.step-back')}
        </button>
        <PlayButton />
        <button type="button" className="button" onClick={step}>
          {t('playback.step')}
          <StepForward size={ICON} aria-hidden />
        </button>
        <button type="button" className="button button-plain transport-next" onClick={nextMessage}>
          <FastForward size={ICON} aria-hidden />
          <span>{t('playback.next-message')}</span>
        </button>
        <SpeedSelect />
      </div>
      <PositionSlider />
      <IconButton name={t('search.search')} Icon={Search} press={onSearch} />
      <Clock />
      <GoLiveButton />
    </footer>
  )
}

function PlayButton() {
  const { t } = usePhrases()
  const playing = usePlayback((state) => state.playing)
  const play = usePlayback((state) => state.play)
  const pause = usePlayback((state) => state.pause)
  return (
    <button type="button" className="button button-primary transport-play" onClick={playing ? pause : play}>
      {playing ? <Pause size={ICON} aria-hidden /> : <Play size={ICON} aria-hidden />}
      {playing ? t('playback.pause') : t('playback.play')}
    </button>
  )
}

function Clock() {
  const { t, time } = usePhrases()
  const { at, end } = useCursorTime()
  return <span className="transport-clock">{t('playback.clock', { now: time(at), end: time(end) })}</span>
}
