import { type ReactNode, useId } from 'react'
import type { Station } from '#trace'
import { useSpotlight } from '../spotlight/spotlight-context.ts'

interface ShowProps {
  /** Bean names, a space between them; the compiler has read them. */
  readonly stations: string
  readonly children: ReactNode
}

/** Words that show boxes of the picture: the others step back until the words are pressed again, or Escape. */
export function Show({ stations, children }: ShowProps) {
  const id = useId()
  const pressed = useSpotlight(({ shown }) => shown?.by === id)
  const show = useSpotlight((spotlight) => spotlight.show)
  return (
    <button
      type="button"
      className="show-words"
      aria-pressed={pressed}
      onClick={() => show(id, stations.split(' ') as Station[])}
    >
      {children}
    </button>
  )
}
