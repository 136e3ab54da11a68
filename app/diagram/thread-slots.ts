import type { PoolState } from '../projection/lab-state.ts'

/** Spring numbers a pool's threads from 1: `clientInboundChannel-3`. */
export function threadNumber(thread: string): number {
  return Number(/-(\d+)$/.exec(thread)?.[1] ?? 0)
}

/** One a core thread, true while it works. A number beyond the core takes the first free slot. */
export function threadSlots(pool: PoolState): readonly boolean[] {
  const slots = Array.from({ length: pool.core }, () => false)
  const spilled: number[] = []
  for (const { thread } of pool.busy) {
    const slot = threadNumber(thread) - 1
    if (slot >= 0 && slot < slots.length && !slots[slot]) slots[slot] = true
    else spilled.push(slot)
  }
  for (const _ of spilled) {
    const free = slots.indexOf(false)
    if (free !== -1) slots[free] = true
  }
  return slots
}
