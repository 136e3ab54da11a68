import { useId } from 'react'
import { useLivePage } from '../client/live-page-context.tsx'
import { useLabNow } from '../client/use-lab-now.ts'
import { usePhrases } from '../language/use-phrases.ts'
import { usePlayback, useTraceConnection } from '../playback/use-projection.ts'
import { clientName } from '../projection/client-name.ts'
import { CONFIGURATION_NAMES, isNamed } from './configuration-names.ts'
import { configurationPrice } from './configuration-price.ts'
import { ConfigurationRow } from './configuration-row.tsx'
import { LAB_OPTION_NAMES } from './lab-options.ts'
import { OptionSwitch } from './option-switch.tsx'
import { type ConfigurationOutcome, type Configurations, useConfigurations } from './use-configurations.ts'
import { useShownName } from './use-shown-name.ts'

/** Which configurations there are, which one runs, and what a change costs. The default export is what `lazy` asks for. */
export default function ConfigurationMenu() {
  const { t } = usePhrases()
  const { connection } = useTraceConnection()
  const configurations = useConfigurations()
  return (
    <>
      <h2 className="region-title">{t('configuration.title')}</h2>
      {connection === 'recorded' ? (
        <RecordedRemark configurations={configurations} />
      ) : (
        <LabConfigurations configurations={configurations} />
      )}
    </>
  )
}

interface ConfigurationsProps {
  readonly configurations: Configurations
}

function RecordedRemark({ configurations: { atCursor } }: ConfigurationsProps) {
  const { t } = usePhrases()
  const shownName = useShownName()
  return (
    <p className="configuration-remark">{t('configuration.recorded', { name: shownName(atCursor?.name ?? '') })}</p>
  )
}

function LabConfigurations({ configurations }: ConfigurationsProps) {
  const { t } = usePhrases()
  const price = useId()
  const options = useId()
  const list = useId()
  const { atCursor, now } = configurations
  // One that has no name here, as a script may set it, stands before those that have.
  const strangers = [atCursor, now].flatMap((config) => (config === null || isNamed(config.name) ? [] : [config.name]))
  return (
    <>
      <p className="configuration-remark">{t('configuration.intro')}</p>
      <div className="configuration-price">
        <p id={price}>
          <PriceText />
        </p>
        <p role="status">
          <OutcomeText outcome={configurations.outcome} />
        </p>
      </div>
      <section className="configuration-options" aria-labelledby={options}>
        <h3 id={options} className="region-title">
          {t('configuration.options')}
        </h3>
        {LAB_OPTION_NAMES.map((name) => (
          <OptionSwitch key={name} name={name} price={price} configurations={configurations} />
        ))}
      </section>
      <h3 id={list} className="region-title">
        {t('configuration.list')}
      </h3>
      <ul className="configuration-list" aria-labelledby={list}>
        {[...new Set([...strangers, ...CONFIGURATION_NAMES])].map((name) => (
          <ConfigurationRow key={name} name={name} price={price} configurations={configurations} />
        ))}
      </ul>
    </>
  )
}

function PriceText() {
  const { t, number } = usePhrases()
  const { roster } = useLivePage()
  const { connection } = useTraceConnection()
  const open = useLabNow((lab) => lab.sessions)
  if (connection !== 'live') return t('configuration.out-of-sight')
  const { sessions, returning, staying, elsewhere } = configurationPrice(open, roster)
  if (sessions === 0) return t('configuration.price-nobody')
  const parts = [sessions === 1 ? t('configuration.price-one') : t('configuration.price', { count: number(sessions) })]
  if (returning.length > 0) parts.push(t('configuration.price-returning', { names: namesOf(returning) }))
  if (staying.length > 0) parts.push(t('configuration.price-staying', { names: namesOf(staying) }))
  if (elsewhere > 0) parts.push(t('configuration.price-elsewhere', { count: number(elsewhere) }))
  return parts.join(' ')
}

const namesOf = (tags: readonly string[]): string => tags.map(clientName).join(', ')

function OutcomeText({ outcome }: { readonly outcome: ConfigurationOutcome | null }) {
  const { t } = usePhrases()
  const shownName = useShownName()
  const following = usePlayback((state) => state.following)
  if (outcome === null) return null
  return outcome.kind === 'applied'
    ? t(following ? 'configuration.applied' : 'configuration.applied-behind', { name: shownName(outcome.name) })
    : t('configuration.refused', { message: outcome.message })
}
