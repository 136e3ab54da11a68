import type { ReactNode } from 'react'
import type { Station } from '#trace'
import type { Place } from '../projection/token.ts'
import { useSpotlight, useStationLight } from '../spotlight/spotlight-context.ts'
import type { ClientHue } from '../styles/client-hue.ts'
import { useDiagramView } from './diagram-view.ts'

interface StationBoxProps {
  readonly place: Place
  readonly station: Station
  readonly look: 'box' | 'part' | 'pipe'
  /** The accessible name; it starts with the station's bean name. */
  readonly name: string
  readonly hue?: ClientHue
  readonly children: ReactNode
}

/** Every box is one button: Tab enters the diagram once, arrows go on, a click chooses its newest message. */
export function StationBox({ place, station, look, name, hue, children }: StationBoxProps) {
  const view = useDiagramView()
  const light = useStationLight(station)
  const choose = useSpotlight((spotlight) => spotlight.choose)
  return (
    <button
      type="button"
      className={`station-box station-${look}`}
      data-station={station}
      data-place={place}
      data-hue={hue}
      data-light={light}
      data-active={view.active.has(place) || undefined}
      aria-label={name}
      tabIndex={view.tabStop === place ? 0 : -1}
      onFocus={() => view.onFocus(place)}
      onClick={() => {
        choose(station)
        view.onChoose(place)
      }}
      onKeyDown={(keyDown) => view.onKeyDown(keyDown, place)}
    >
      {children}
    </button>
  )
}
