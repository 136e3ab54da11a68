import { describe, expect, it } from 'vitest'
import { threadSlots } from './thread-slots.ts'

describe('the threads of a pipe', () => {
  it('are filled at their own number while they work', () => {
    const busy = [{ thread: 'clientInboundChannel-3', entered: 5 }]
    expect(threadSlots({ core: 4, busy, waiting: 0 })).toEqual([false, false, true, false])
  })

  it('fill the first free slot when Spring has given them a higher number', () => {
    const busy = [{ thread: 'clientInboundChannel-9', entered: 5 }]
    expect(threadSlots({ core: 2, busy, waiting: 0 })).toEqual([true, false])
  })
})
