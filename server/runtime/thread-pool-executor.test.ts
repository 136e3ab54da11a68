import { describe, expect, it } from 'vitest'
import { CurrentThread } from './current-thread.ts'
import type { Task } from './executor.ts'
import type { Interleaving } from './interleaving.ts'
import { seededIdGenerator } from './seeded-id-generator.ts'
import { ThreadPoolExecutor } from './thread-pool-executor.ts'
import { VirtualTaskScheduler } from './virtual-task-scheduler.ts'

const pool = (corePoolSize = 2, interleaving?: Interleaving) => {
  const scheduler = new VirtualTaskScheduler()
  const currentThread = new CurrentThread()
  const executor = new ThreadPoolExecutor({
    threadNamePrefix: 'pool-',
    corePoolSize,
    turns: 1,
    ...(interleaving && { interleaving }),
    scheduler,
    currentThread,
  })
  const ran: string[] = []
  const note = (name: string) => ran.push(`${name} on ${currentThread.name} at ${scheduler.now()}`)
  const task = (name: string): Task => ({ run: () => void note(name) })
  const sleeping = (name: string, sleep: number): Task => ({
    run: () => {
      note(name)
      return { sleep, resume: () => void note(`${name} awake`) }
    },
  })
  return { executor, scheduler, ran, task, sleeping }
}

describe('ThreadPoolExecutor (spring.md 1.4.1)', () => {
  it('never starts a task within execute', () => {
    const { executor, scheduler, ran, task } = pool()
    executor.execute(task('a'))
    expect(ran).toEqual([])
    scheduler.advance(0)
    expect(ran).toEqual(['a on pool-1 at 0'])
  })

  it('makes a new thread for each task until the core size, even while others are idle', () => {
    const { executor, scheduler, ran, task } = pool(3)
    for (const name of ['a', 'b', 'c', 'd']) {
      executor.execute(task(name))
      scheduler.advance(1)
    }
    expect(ran).toEqual(['a on pool-1 at 0', 'b on pool-2 at 1', 'c on pool-3 at 2', 'd on pool-1 at 3'])
  })

  it('serves the longest idle thread first', () => {
    const { executor, scheduler, ran, task, sleeping } = pool(2)
    executor.execute(sleeping('a', 10))
    executor.execute(task('b'))
    scheduler.advance(20)
    executor.execute(task('c'))
    executor.execute(task('d'))
    scheduler.advance(0)
    expect(ran.slice(-2)).toEqual(['c on pool-2 at 20', 'd on pool-1 at 20'])
  })

  it('keeps the thread of a sleeping task busy and resumes on it, while others wait', () => {
    const { executor, scheduler, ran, task, sleeping } = pool(1)
    executor.execute(sleeping('a', 10))
    executor.execute(task('b'))
    scheduler.advance(0)
    expect(executor.queueLength).toBe(1)
    scheduler.advance(10)
    expect(ran).toEqual(['a on pool-1 at 0', 'a awake on pool-1 at 10', 'b on pool-1 at 10'])
    expect(executor.queueLength).toBe(0)
  })

  it('starts many tasks in the order of their submission with one scheduled turn', () => {
    const { executor, scheduler, ran, task } = pool(2)
    for (const name of ['a', 'b', 'c', 'd', 'e']) executor.execute(task(name))
    expect(scheduler.step()).toBe(true)
    expect(scheduler.step()).toBe(false)
    expect(ran.map((line) => line[0]).join('')).toBe('abcde')
  })

  it('lets the caller run what it rejects after shutdown (spring.md 1.4.3)', () => {
    const { executor, ran, task } = pool()
    executor.shutdown()
    executor.execute(task('late'))
    expect(ran).toEqual(['late on null at 0'])
  })
})

describe('an interleaving', () => {
  const NAMES = [...'abcdefghijkl']

  /** The order in which tasks began that were all submitted at once. */
  const order = (corePoolSize: number, interleaving?: Interleaving): string => {
    const { executor, scheduler, ran, task } = pool(corePoolSize, interleaving)
    for (const name of NAMES) executor.execute(task(name))
    scheduler.advance(0)
    return ran.map(([name]) => name).join('')
  }

  const seeded = (seed: number): Interleaving => seededIdGenerator(seed).below

  it('is the order of submission unless another is asked for', () => {
    expect(order(4)).toBe(NAMES.join(''))
  })

  it('is the same for the same seed, and another for another', () => {
    expect(order(4, seeded(7))).toBe(order(4, seeded(7)))
    expect(order(4, seeded(7))).not.toBe(order(4, seeded(8)))
  })

  it('lets a task overtake as many others as there are other threads, and loses none', () => {
    for (let seed = 0; seed < 100; seed++) {
      const began = order(4, seeded(seed))
      expect([...began].sort()).toEqual(NAMES)
      for (const [place, name] of [...began].entries()) expect(NAMES.indexOf(name) - place).toBeLessThanOrEqual(3)
    }
  })

  it('has no choice in a pool of one', () => {
    expect(order(1, seeded(7))).toBe(NAMES.join(''))
  })
})
