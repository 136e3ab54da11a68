import { useId } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { LAB_OPTIONS, type LabOptionName } from './lab-options.ts'
import type { Configurations } from './use-configurations.ts'

interface OptionSwitchProps {
  readonly name: LabOptionName
  /** Id of what says the price. */
  readonly price: string
  readonly configurations: Configurations
}

/** Changes one thing of the configuration that runs now, and applies it. */
export function OptionSwitch({ name, price, configurations: { now, ready, apply } }: OptionSwitchProps) {
  const { t } = usePhrases()
  const id = useId()
  const option = LAB_OPTIONS[name]
  const on = now !== null && option.isOn(now)
  return (
    <div className="configuration-row">
      <span className="configuration-words">
        <span id={`${id}-name`} className="configuration-name">
          {t(`configuration.option-${name}`)}
        </span>
        <span id={`${id}-about`} className="configuration-about">
          {t(`configuration.option-${name}-about`)}
        </span>
      </span>
      <button
        type="button"
        role="switch"
        className="switch"
        aria-checked={on}
        aria-disabled={!ready}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-about ${price}`}
        onClick={() => ready && now !== null && apply(option.turned(now, !on))}
      />
    </div>
  )
}
