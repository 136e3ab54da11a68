import type { Token } from '../projection/token.ts'
import { tokensAt, tokensOf } from '../projection/tokens.ts'
import type { EdgeTraffic } from '../projection/travel-index.ts'
import type { PlaybackStore } from './playback-store.ts'
import type { Projections } from './projections.ts'
import type { ViewCadence } from './view-cadence.ts'

/** What the canvas draws: read each animation frame, without a React render. */
export interface TokensSource {
  /** What is under way now. */
  tokens(): readonly Token[]
  /** Edges above level 0. */
  traffic(): readonly EdgeTraffic[]
  readonly displayTime: number
  /** Draw no travel. */
  readonly still: boolean
  /** Another animation frame is due. */
  readonly moving: boolean
  /** Told after each frame in which something moved, when something came to rest, and when a load is over. */
  subscribe(listener: () => void): () => void
}

export function createTokensSource(
  playback: PlaybackStore,
  projections: () => Projections,
  views: ViewCadence,
): TokensSource {
  return {
    tokens() {
      const { motion, displayTime, selection } = playback.getState()
      const { indexes } = projections()
      switch (motion.kind) {
        case 'none':
          return []
        case 'all':
          return tokensAt(indexes, displayTime, selection)
        case 'step':
          return tokensOf(indexes, motion.from, motion.to, displayTime)
      }
    },
    traffic() {
      const { following, moving, cursor } = playback.getState()
      const { indexes } = projections()
      // A display that has caught up waits for the next batch of a load, or nothing passes any more.
      const isOver = following && !moving && views.calm
      return isOver ? [] : indexes.travels.trafficAt(indexes.log, cursor)
    },
    get displayTime() {
      return playback.getState().displayTime
    },
    get still() {
      return playback.getState().reducedMotion
    },
    get moving() {
      return playback.getState().moving
    },
    subscribe(listener) {
      const stops = [playback.subscribe(listener), views.subscribe(listener)]
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}
