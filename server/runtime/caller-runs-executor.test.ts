import { expect, it } from 'vitest'
import { CallerRunsExecutor } from './caller-runs-executor.ts'
import { CurrentThread } from './current-thread.ts'
import { VirtualTaskScheduler } from './virtual-task-scheduler.ts'

it('runs at once on the caller’s thread, and wakes a sleeper on the same one (spring.md 1.4.2)', () => {
  const scheduler = new VirtualTaskScheduler()
  const currentThread = new CurrentThread()
  const executor = new CallerRunsExecutor(scheduler, currentThread)
  const ran: string[] = []
  const note = (name: string) => ran.push(`${name} on ${currentThread.name} at ${scheduler.now()}`)
  currentThread.run('http-nio-exec-1', () =>
    executor.execute({
      run: () => {
        note('begun')
        return { sleep: 7, resume: () => void note('awake') }
      },
    }),
  )
  expect(ran).toEqual(['begun on http-nio-exec-1 at 0'])
  scheduler.advance(7)
  expect(ran.at(-1)).toBe('awake on http-nio-exec-1 at 7')
})
