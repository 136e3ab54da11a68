import { type ReactNode, useId } from 'react'
import type { Station } from '#trace'
import type { SpanPart } from '../projection/layers/span-part.ts'
import { useSpotlight } from '../spotlight/spotlight-context.ts'
import { ShowPart } from './show-part.tsx'

/** Either of the two; the compiler has read them. */
type ShowProps = { readonly children: ReactNode } & (
  | {
      /** Bean names, a space between them. */
      readonly stations: string
    }
  | {
      readonly frames: SpanPart
      /** Where such a part is seen. */
      readonly scenario: string
    }
)

/** Words that show boxes of the picture, or lead into the octets of a frame. */
export function Show(props: ShowProps) {
  if ('frames' in props)
    return (
      <ShowPart part={props.frames} scenario={props.scenario}>
        {props.children}
      </ShowPart>
    )
  return <ShowStations stations={props.stations.split(' ') as Station[]}>{props.children}</ShowStations>
}

interface ShowStationsProps {
  readonly stations: readonly Station[]
  readonly children: ReactNode
}

/** The other boxes step back until the words are pressed again, or Escape. */
function ShowStations({ stations, children }: ShowStationsProps) {
  const id = useId()
  const pressed = useSpotlight(({ shown }) => shown?.by === id)
  const show = useSpotlight((spotlight) => spotlight.show)
  return (
    <button type="button" className="show-words" aria-pressed={pressed} onClick={() => show(id, stations)}>
      {children}
    </button>
  )
}
