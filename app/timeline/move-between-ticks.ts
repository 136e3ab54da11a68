import type { KeyboardEvent } from 'react'

interface PlacedTick {
  readonly element: HTMLElement
  readonly row: number
  readonly place: number
}

/** One stop of Tab; arrows go along a lane and to the nearest tick of the next, Home and End to a lane's ends. */
export function moveBetweenTicks(keyDown: KeyboardEvent<HTMLElement>): void {
  const ticks = Array.from(keyDown.currentTarget.querySelectorAll<HTMLElement>('button[data-row]'), placedTick)
  const here = ticks.find(({ element }) => element === document.activeElement)
  if (here === undefined || !isMove(keyDown.key)) return
  keyDown.preventDefault()
  tickTowards(keyDown.key, here, ticks)?.element.focus()
}

const MOVES = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] as const
type Move = (typeof MOVES)[number]

const isMove = (key: string): key is Move => (MOVES as readonly string[]).includes(key)

const placedTick = (element: HTMLElement): PlacedTick => ({
  element,
  row: Number(element.getAttribute('data-row')),
  place: Number(element.style.getPropertyValue('--place')),
})

function tickTowards(move: Move, here: PlacedTick, ticks: readonly PlacedTick[]): PlacedTick | undefined {
  if (move === 'ArrowUp' || move === 'ArrowDown') return nearestBeside(here, move === 'ArrowUp' ? -1 : 1, ticks)
  const lane = ticks.filter(({ row }) => row === here.row).toSorted((one, other) => one.place - other.place)
  const index = lane.indexOf(here)
  return { ArrowLeft: lane[index - 1], ArrowRight: lane[index + 1], Home: lane[0], End: lane.at(-1) }[move]
}

/** In the next lane in that direction that has any. */
function nearestBeside(here: PlacedTick, direction: 1 | -1, ticks: readonly PlacedTick[]): PlacedTick | undefined {
  const away = ({ row }: PlacedTick): number => (row - here.row) * direction
  const ahead = ticks.filter((tick) => away(tick) > 0)
  const nextRow = Math.min(...ahead.map(away))
  const distance = ({ place }: PlacedTick): number => Math.abs(place - here.place)
  return ahead
    .filter((tick) => away(tick) === nextRow)
    .reduce<PlacedTick | undefined>(
      (nearest, tick) => (nearest === undefined || distance(tick) < distance(nearest) ? tick : nearest),
      undefined,
    )
}
