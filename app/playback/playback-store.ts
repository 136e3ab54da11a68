import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DisplaySchedule } from '../projection/display-schedule.ts'
import { catchUpRate } from '../projection/display-timing.ts'
import { EventFilter } from '../projection/filter/event-filter.ts'
import { parseFilter } from '../projection/filter/parse-filter.ts'
import type { LogIndexes } from '../projection/log-indexes.ts'
import { travelSpan } from '../projection/tokens.ts'
import type { PlaybackActions, PlaybackState } from './playback-state.ts'
import { nextSpeed, type Speed } from './speed.ts'

export type PlaybackStore = StoreApi<PlaybackState & PlaybackActions>

/** The log that is played, as it is now. */
export interface PlayedLog {
  /** Up to date with the log. */
  indexes(): LogIndexes
  readonly generation: number
  /** Events below this are not played, they had happened. */
  readonly history: number
  /** Nothing will follow: it is a recording. */
  readonly complete: boolean
  /** The cursor after this one at which playing pauses by itself; null: there is none. */
  pauseAfter(cursor: number): number | null
}

const STOPPED = { following: false, playing: false } as const

/** The cursor and how it moves: after the live log, by itself, or as the person says. */
export function createPlaybackStore(played: PlayedLog, reducedMotion: boolean): PlaybackStore {
  return createStore((set, get) => {
    let endStaging: (shown: boolean) => void = () => {}

    const change = (changes: Partial<PlaybackState>): void => {
      set((state) => settled(state, changes, played))
    }

    /** Time goes on, unless it comes by a marker at which it pauses. */
    const pass = (changes: Partial<PlaybackState>): void => {
      const before = get()
      const next = settled(before, changes, played)
      const stop = before.playing ? played.pauseAfter(before.cursor) : null
      if (stop !== null && stop <= (next.cursor ?? before.cursor)) {
        set({ ...changes, cursor: before.cursor, displayTime: before.displayTime })
        standAt(stop)
      } else set(next)
    }

    /** What a person does ends a staging. */
    const act = (changes: Partial<PlaybackState>): void => {
      endStaging(false)
      change({ pace: null, announcement: null, ...changes })
    }

    const standAt = (wanted: number, changes: Partial<PlaybackState> = {}): void => {
      const { log, schedule } = played.indexes()
      const cursor = Math.min(Math.max(wanted, log.first), log.next)
      const displayTime = schedule.shownAt(cursor - 1)
      act({ ...STOPPED, motion: { kind: 'none' }, cursor, displayTime, ...changes })
    }

    const position = (): number => played.indexes().steps.stepsAt(get().cursor)

    /** A filter that cannot be read hides nothing. */
    const passing = (): ((seq: number) => boolean) => {
      const indexes = played.indexes()
      const filter = new EventFilter(parseFilter(get().filter).terms ?? [], indexes)
      return (seq) => {
        const event = indexes.log.at(seq)
        return filter.isEmpty || (event !== undefined && filter.passes(event))
      }
    }

    /** The nearest step in that direction which the filter shows; undefined: there is none. */
    const nextShown = (direction: 1 | -1): number | undefined => {
      const { steps } = played.indexes()
      const passes = passing()
      for (let step = position() + direction; ; step += direction) {
        const start = steps.startOf(step)
        if (start === undefined || passes(start)) return start === undefined ? undefined : step
      }
    }

    const showBeginning = (find: (beginnings: readonly number[], here: number) => number | undefined): boolean => {
      const { messages, steps } = played.indexes()
      const target = find(messages.beginnings().filter(passing()), steps.startOf(position()) ?? -1)
      const step = target === undefined ? undefined : steps.stepOf(target)
      if (step !== undefined) standAt(steps.cursorAfter(step))
      return step !== undefined
    }

    const playFrom = (displayTime: number, changes: Partial<PlaybackState> = {}): void =>
      act({ playing: true, motion: { kind: 'all' }, displayTime, ...changes })

    const runToEnd = (): Partial<PlaybackState> => {
      const { log, schedule } = played.indexes()
      return { motion: { kind: 'all' }, cursor: log.next, displayTime: schedule.rest }
    }

    return {
      following: true,
      playing: true,
      speed: 1,
      cursor: played.indexes().log.first,
      displayTime: 0,
      motion: { kind: 'all' },
      pace: null,
      moving: false,
      live: played.indexes().log.next,
      generation: played.generation,
      selection: null,
      reducedMotion,
      filter: '',
      search: '',
      sought: '',
      announcement: null,

      play() {
        const { cursor, displayTime, motion } = get()
        const { log, schedule } = played.indexes()
        if (cursor < log.next) playFrom(motion.kind === 'all' ? displayTime : schedule.shownAt(cursor - 1))
        else if (played.complete) playFrom(schedule.shownAt(log.first - 1), { cursor: log.first })
        else get().goLive()
      },

      pause: () => act(STOPPED),

      step() {
        const indexes = played.indexes()
        const { steps, log } = indexes
        const step = nextShown(1)
        const from = step === undefined ? undefined : steps.startOf(step)
        if (step === undefined || from === undefined) return standAt(log.next)
        const to = steps.cursorAfter(step)
        const [start, end] = travelSpan(indexes, from, to)
        standAt(to, start < end ? { displayTime: start, motion: { kind: 'step', from, to, end } } : {})
      },

      stepBack: () => standAt(played.indexes().steps.cursorAfter(nextShown(-1) ?? 0)),

      previousMessage() {
        if (!showBeginning((beginnings, here) => beginnings.findLast((seq) => seq < here))) get().toStart()
      },

      nextMessage() {
        if (!showBeginning((beginnings, here) => beginnings.find((seq) => seq > here)))
          standAt(played.indexes().log.next)
      },

      seek: (cursor) => standAt(cursor),

      seekToStep: (step) => standAt(played.indexes().steps.cursorAfter(step)),

      showStepOf(seq) {
        const { steps } = played.indexes()
        const step = steps.stepOf(seq)
        if (step !== undefined) standAt(steps.cursorAfter(step), { selection: seq })
      },

      toStart: () => standAt(played.indexes().log.first),

      goLive: () => act({ following: true, playing: true, ...runToEnd() }),

      setSpeed: (speed) => act({ speed }),
      slower: () => act({ speed: nextSpeed(get().speed, -1) }),
      faster: () => act({ speed: nextSpeed(get().speed, 1) }),
      select: (selection) => change({ selection }),
      setReducedMotion: (reduced) => change({ reducedMotion: reduced }),
      setFilter: (filter) => change({ filter }),
      setSearch: (search) => change({ search, ...(parseFilter(search).problem === null && { sought: search }) }),

      hold() {
        endStaging(false)
        if (get().following) change({ pace: { kind: 'held' } })
      },

      playWithin(untilCursor, budget) {
        endStaging(false)
        const until = played.indexes().schedule.shownAt(untilCursor - 1)
        const distance = until - get().displayTime
        if (!get().following) return Promise.resolve(false)
        change({ pace: distance > 0 ? { kind: 'budget', until, rate: distance / budget } : null })
        if (distance <= 0) return Promise.resolve(true)
        return new Promise((resolve) => {
          endStaging = (shown) => {
            endStaging = () => {}
            resolve(shown)
          }
        })
      },

      announce: (announcement) => change({ announcement }),

      sync() {
        const { log } = played.indexes()
        const state = get()
        const live = { live: log.next, generation: played.generation }
        if (state.generation !== played.generation) {
          endStaging(false)
          change({ ...live, ...runToEnd(), following: true, playing: true, pace: null, selection: null })
        } else if (state.following && state.cursor < played.history) {
          // What had happened before is no news.
          change({ ...live, ...shownUntil(played.history, played.indexes()), announcement: state.announcement })
        } else {
          pass({ ...live, cursor: Math.max(state.cursor, log.first) })
        }
      },

      advance(elapsed) {
        const state = get()
        if (!state.moving) return
        if (state.motion.kind === 'step') return change(stepAfter(state, state.motion.end, elapsed))
        const { schedule } = played.indexes()
        const displayTime = Math.min(schedule.rest, state.displayTime + elapsed * rateOf(state, schedule))
        const cursor = Math.max(state.cursor, schedule.cursorAt(displayTime))
        const paced = state.pace?.kind === 'budget' && displayTime >= state.pace.until
        pass({ displayTime, cursor, ...(paced && { pace: null }) })
        if (paced) endStaging(true)
      },
    }
  })
}

/**
 * What follows from a change: what plays is live when it has shown everything, or over when nothing will follow, and
 * news take an announcement away.
 */
function settled(state: PlaybackState, changes: Partial<PlaybackState>, played: PlayedLog): Partial<PlaybackState> {
  const indexes = played.indexes()
  const { schedule, log } = indexes
  const next = { ...state, ...changes }
  const stepping = next.motion.kind === 'step'
  const running = next.playing && next.pace?.kind !== 'held' && !stepping
  const atRest = running && next.displayTime >= schedule.rest
  const cursor = atRest ? log.next : next.cursor
  const isNews = next.following && tellsSomething(indexes, state.cursor, cursor)
  return {
    ...changes,
    cursor,
    moving: stepping || (running && !atRest),
    ...(atRest && (played.complete ? STOPPED : { following: true })),
    ...(isNews && changes.announcement === undefined && { announcement: null }),
  }
}

/** Display time per real time. Who looks slowly on purpose is never hurried after the log. */
function rateOf({ pace, speed, following, displayTime }: PlaybackState, schedule: DisplaySchedule): number {
  if (pace?.kind === 'budget') return pace.rate
  const rate = ratePer(speed)
  return following && rate >= 1 ? rate * catchUpRate(schedule.rest - displayTime, schedule.busy) : rate
}

function ratePer(speed: Speed): number {
  return speed === 'max' ? Number.MAX_SAFE_INTEGER : speed
}

function stepAfter(state: PlaybackState, end: number, elapsed: number): Partial<PlaybackState> {
  const displayTime = Math.min(end, state.displayTime + elapsed * ratePer(state.speed))
  return displayTime < end ? { displayTime } : { displayTime, motion: { kind: 'none' } }
}

function shownUntil(cursor: number, { log, schedule }: LogIndexes): Partial<PlaybackState> {
  const reached = Math.min(cursor, log.next)
  return { cursor: reached, displayTime: reached === log.next ? schedule.rest : schedule.shownAt(reached - 1) }
}

/** Heart-beats and timers change no caption. */
function tellsSomething({ traits }: LogIndexes, from: number, to: number): boolean {
  for (let seq = from; seq < to; seq++) if (traits.of(seq)?.folded !== true) return true
  return false
}
