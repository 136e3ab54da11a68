import type { LabConfiguration } from '#trace'
import type { DestinationKind } from '../../content/glossary/terms.ts'
import type { PhraseKey } from '../../content/phrases/index.ts'
import { usePhrases } from '../language/use-phrases.ts'
import { destinationTakers } from './destination-takers.ts'

const TAKER_PHRASES: Readonly<Record<DestinationKind, PhraseKey>> = {
  controllers: 'clients.takes-controllers',
  user: 'clients.takes-user',
  broker: 'clients.takes-broker',
}

interface TakersHintProps {
  readonly id: string
  readonly config: LabConfiguration | null
  readonly destination: string
}

/** Says before sending which way the destination will go. */
export function TakersHint({ id, config, destination }: TakersHintProps) {
  const { t } = usePhrases()
  const takers = config === null ? [] : destinationTakers(config, destination)
  const text =
    takers.length === 0 ? t('clients.takes-nobody') : takers.map((taker) => t(TAKER_PHRASES[taker])).join(' ')
  return (
    <span id={id} className="client-card-takers" data-nobody={takers.length === 0}>
      {config === null || destination === '' ? '' : text}
    </span>
  )
}
