import type { HeartDeath, HeartListening, HeartState } from './heart-state.ts'

/** How long one side still waits for the other, at a moment. Milliseconds. */
export interface HeartArc {
  readonly interval: number
  readonly tolerance: number
  readonly silence: number
  /** Of the tolerance: 1 after a sign of life, 0 when the other one counts as dead. */
  readonly left: number
  /** `late`: the other one promised to be heard by now. `overdue`: it counts as dead at the next look. */
  readonly condition: 'beating' | 'late' | 'overdue'
}

/** A heart at a moment (ux.md c.2, Heartbeats folded). */
export interface HeartView {
  readonly condition: 'off' | 'beating' | 'late' | 'dead'
  /** Until the server declares the client dead; null: it does not listen. */
  readonly server: HeartArc | null
  /** Until the client declares the server dead; null: it does not listen. */
  readonly client: HeartArc | null
  readonly death: HeartDeath | null
}

/**
 * @param now on the lab's clock; a heart stands still when it is dead or its connection has ended
 * @returns null where there is nothing to see: nothing was agreed yet, or all ended well
 */
export function heartView(heart: HeartState, now: number): HeartView | null {
  const { answered, death, endedAt } = heart
  if (answered === null || (endedAt !== null && death === null)) return null
  const moment = Math.min(now, death?.at ?? now)
  const server = arcOf(heart.server, moment)
  const client = arcOf(heart.listener, moment)
  return { condition: conditionOf(server, client, death), server, client, death }
}

/** Whether time alone changes what is seen. */
export function isHeartRunning({ answered, server, listener, death, endedAt }: HeartState): boolean {
  return answered !== null && death === null && endedAt === null && server.interval + listener.interval > 0
}

function arcOf({ interval, tolerance, heardAt }: HeartListening, now: number): HeartArc | null {
  if (interval === 0) return null
  const silence = Math.max(0, now - heardAt)
  return {
    interval,
    tolerance,
    silence,
    left: Math.max(0, 1 - silence / tolerance),
    condition: silence > tolerance ? 'overdue' : silence > interval ? 'late' : 'beating',
  }
}

function conditionOf(
  server: HeartArc | null,
  client: HeartArc | null,
  death: HeartDeath | null,
): HeartView['condition'] {
  if (death !== null) return 'dead'
  if (server === null && client === null) return 'off'
  return [server, client].some((arc) => arc !== null && arc.condition !== 'beating') ? 'late' : 'beating'
}
