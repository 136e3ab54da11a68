/** Milliseconds in which nothing happens, from which on a stretch is folded (ux.md c.4). */
const IDLE = 2000

/** Milliseconds of width that a folded stretch keeps. */
const FOLDED_WIDTH = 400

/** A stretch in which nothing happens, drawn short. */
export interface IdleBreak {
  readonly from: number
  readonly to: number
}

/** Between milliseconds of the lab and places of `[0, 1]`, with idle stretches folded. */
export interface TimeScale {
  readonly from: number
  readonly to: number
  readonly breaks: readonly IdleBreak[]
  placeOf(at: number): number
  timeAt(place: number): number
}

/**
 * @param times of what is shown, ascending
 * @param folds whether idle stretches are folded
 */
export const timeScale = (times: readonly number[], from: number, to: number, folds: boolean): TimeScale => {
  const breaks = folds ? idleBreaks(times, from, to) : []
  const width = Math.max(1, drawn(to, from, breaks))
  return {
    from,
    to,
    breaks,
    placeOf: (at) => drawn(Math.min(Math.max(at, from), to), from, breaks) / width,
    timeAt: (place) => undrawn(Math.min(Math.max(place, 0), 1) * width, from, breaks),
  }
}

const idleBreaks = (times: readonly number[], from: number, to: number): readonly IdleBreak[] => {
  const breaks: IdleBreak[] = []
  let before = from
  for (const at of [...times, to]) {
    if (at - before > IDLE) breaks.push({ from: before + FOLDED_WIDTH / 2, to: at - FOLDED_WIDTH / 2 })
    before = Math.max(before, at)
  }
  return breaks
}

/** Milliseconds of width from `from` to `at`. */
const drawn = (at: number, from: number, breaks: readonly IdleBreak[]): number => {
  let folded = 0
  for (const idle of breaks) {
    if (at <= idle.from) break
    const gone = Math.min(at, idle.to) - idle.from
    folded += gone * (1 - FOLDED_WIDTH / (idle.to - idle.from))
  }
  return at - from - folded
}

const undrawn = (width: number, from: number, breaks: readonly IdleBreak[]): number => {
  let at = from + width
  for (const idle of breaks) {
    if (at <= idle.from) return at
    const within = at - idle.from
    if (within <= FOLDED_WIDTH) return idle.from + (within * (idle.to - idle.from)) / FOLDED_WIDTH
    at += idle.to - idle.from - FOLDED_WIDTH
  }
  return at
}
