import { useId } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { isNamed } from './configuration-names.ts'
import type { Configurations } from './use-configurations.ts'
import { useShownName } from './use-shown-name.ts'

interface ConfigurationRowProps {
  readonly name: string
  /** Id of what says the price. */
  readonly price: string
  readonly configurations: Configurations
}

/** One configuration: what is different with it and what to try, whether it runs, and the way to it. */
export function ConfigurationRow({ name, price, configurations }: ConfigurationRowProps) {
  const { t } = usePhrases()
  const shownName = useShownName()
  const about = useId()
  const { atCursor, now, ready, apply } = configurations
  const runs = now?.name === name
  const isHere = atCursor?.name === name
  const isOff = runs || !ready || !isNamed(name)
  return (
    <li className="configuration-row" aria-current={isHere || undefined}>
      <span className="configuration-words">
        <span className="configuration-name">
          {isNamed(name) ? <code>{name}</code> : shownName(name)}
          {isHere && !runs && <span className="configuration-here">{t('configuration.at-cursor')}</span>}
        </span>
        <span id={about} className="configuration-about">
          {t(`configuration.about-${isNamed(name) ? name : 'custom'}`)}
        </span>
      </span>
      <button
        type="button"
        className="button button-small"
        aria-label={t(runs ? 'configuration.runs-name' : 'configuration.apply-name', { name: shownName(name) })}
        aria-describedby={`${about} ${price}`}
        aria-disabled={isOff}
        onClick={() => !isOff && apply(name)}
      >
        {t(runs ? 'configuration.runs' : 'configuration.apply')}
      </button>
    </li>
  )
}
