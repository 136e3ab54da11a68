import { useId, useState } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { DEMANDS, type Demand, type Demands, transportFor } from './transport-choice.ts'
import './transport-chooser.css'

/** A dashboard: what most readers would take a WebSocket for. */
const AT_FIRST: Demands = { freshness: 'seconds', rate: 'some', direction: 'down', network: 'internet' }

/** Sliders for what an application asks for, and which transport is enough for that. */
export function TransportChooser() {
  const { t } = usePhrases()
  const [demands, setDemands] = useState(AT_FIRST)
  const { take, because } = transportFor(demands)
  return (
    <div className="transport-chooser">
      <DemandSlider demand="freshness" demands={demands} onChange={setDemands} />
      <DemandSlider demand="rate" demands={demands} onChange={setDemands} />
      <DemandSlider demand="direction" demands={demands} onChange={setDemands} />
      <DemandSlider demand="network" demands={demands} onChange={setDemands} />
      <p role="status" aria-label={t('choice.recommendation')}>
        <strong>{take}</strong> {t(`choice.because-${because}`)}
      </p>
    </div>
  )
}

interface DemandSliderProps {
  readonly demand: Demand
  readonly demands: Demands
  readonly onChange: (demands: Demands) => void
}

function DemandSlider({ demand, demands, onChange }: DemandSliderProps) {
  const { t } = usePhrases()
  const id = useId()
  const values: readonly Demands[Demand][] = DEMANDS[demand]
  const word = t(`choice.${demands[demand]}`)
  return (
    <div className="transport-demand">
      <label htmlFor={id}>{t(`choice.${demand}`)}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={values.length - 1}
        value={values.indexOf(demands[demand])}
        aria-valuetext={word}
        onChange={({ target }) => onChange({ ...demands, [demand]: values[Number(target.value)] })}
      />
      <span aria-hidden>{word}</span>
    </div>
  )
}
