import { ArrowRight, Ban, CircleAlert, CircleDashed } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { usePlayback } from '../playback/use-projection.ts'
import { useFound } from '../playback/use-search.ts'
import { clientName } from '../projection/client-name.ts'
import type { RouteItem } from '../projection/route-item.ts'
import { useStationLight } from '../spotlight/spotlight-context.ts'
import { BreakableName } from '../styles/breakable-name.tsx'
import { clientHue } from '../styles/client-hue.ts'

interface RouteStepProps {
  readonly item: RouteItem
  readonly current: boolean
  readonly tabStop: boolean
}

/** One hop. Its text starts with the station's name; choosing it shows that step. */
export function RouteStep({ item, current, tabStop }: RouteStepProps) {
  const { t, sentence } = usePhrases()
  const showStepOf = usePlayback((state) => state.showStepOf)
  const selected = usePlayback((state) => state.selection === item.seq)
  const found = useFound(item.seq)
  const light = useStationLight(item.station)
  const notYet = item.state === 'not-yet'
  const choose = () => showStepOf(item.seq)
  const chooseByKey = (keyDown: KeyboardEvent) => {
    if (keyDown.key !== 'Enter' && keyDown.key !== ' ') return
    keyDown.preventDefault()
    choose()
  }
  return (
    <li
      className="route-step"
      data-seq={item.seq}
      data-state={item.state}
      data-hue={clientHue(item.client)}
      data-light={light}
      data-selected={selected || undefined}
      data-found={found || undefined}
      aria-current={current ? 'step' : undefined}
      tabIndex={tabStop ? 0 : -1}
      onClick={choose}
      onKeyDown={chooseByKey}
    >
      <span className="route-dot" aria-hidden />
      <div className="route-body">
        <div className="route-station">
          <BreakableName name={item.station} />{' '}
          {item.station === 'client' && item.client !== null && (
            <>
              <span className="client-letter">{item.client.slice(0, 2)}</span> {clientName(item.client)}
            </>
          )}
        </div>{' '}
        <div className="route-sentence">{notYet ? t('playback.not-yet') : sentence(item.sentence)}</div>
        {!notYet && item.offers.map((offer) => <RouteOffer key={offer.handler} offer={offer} />)}
      </div>
    </li>
  )
}

const OFFER_ICONS = { waiting: CircleDashed, taken: ArrowRight, ignored: Ban, failed: CircleAlert }

function RouteOffer({ offer }: { readonly offer: RouteItem['offers'][number] }) {
  const { plainSentence } = usePhrases()
  const Icon = OFFER_ICONS[offer.answer]
  return (
    <div className="route-offer" data-answer={offer.answer}>
      <Icon size={16} aria-hidden />{' '}
      <span>
        <span className="route-handler">
          <BreakableName name={offer.handler} />
        </span>
        {offer.sentence !== null && `: ${plainSentence(offer.sentence)}`}
      </span>
    </div>
  )
}
