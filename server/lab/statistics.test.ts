import { expect, test } from 'vitest'
import { createSimulation, type Simulation } from '../simulation.ts'
import { LabVisitor } from './lab-visitor.ts'

const lines = ({ lab: { ring } }: Simulation): readonly string[] =>
  ring.range(0, ring.next).flatMap((event) => (event.type === 'statistics.logged' ? [event.line] : []))

test('Spring writes its statistics a minute after the start, and then every half hour (spring.md 10.1)', () => {
  const simulation = createSimulation()
  const visitor = new LabVisitor(simulation.lab, '/ws')
  visitor.connect()
  visitor.subscribe('/topic/a', '0')
  simulation.transport.request(
    { method: 'POST', path: '/ws/000/s1/xhr', query: '', headers: [], body: new Uint8Array() },
    () => undefined,
  )
  simulation.scheduler.advance(10)
  visitor.send('DISCONNECT\nreceipt:1\n\n^@')
  simulation.scheduler.advance(59_980)
  expect(lines(simulation)).toEqual([])

  simulation.scheduler.advance(20)
  expect(lines(simulation)).toEqual([
    [
      'WebSocketSession[1 current WS(1)-HttpStream(0)-HttpPoll(0), 2 total, ' +
        '0 closed abnormally (0 connect failure, 0 send limit, 0 transport error)]',
      'stompSubProtocol[processed CONNECT(1)-CONNECTED(1)-DISCONNECT(1)]',
      'stompBrokerRelay[null]',
      'inboundChannel[pool size = 4, active threads = 0, queued tasks = 0, completed tasks = 12]',
      'outboundChannel[pool size = 3, active threads = 0, queued tasks = 0, completed tasks = 3]',
      'sockJsScheduler[pool size = 2, active threads = 1, queued tasks = 0, completed tasks = 1]',
    ].join(', '),
  ])
  simulation.scheduler.advance(1_799_980)
  expect(lines(simulation)).toHaveLength(1)
  simulation.scheduler.advance(20)
  expect(lines(simulation)).toHaveLength(2)
})

test('what was started again has nothing to tell for another minute', () => {
  const simulation = createSimulation()
  simulation.scheduler.advance(59_000)
  simulation.lab.execute({ command: 'restart' })
  simulation.scheduler.advance(59_000)
  expect(lines(simulation)).toEqual([])
  simulation.scheduler.advance(1000)
  expect(lines(simulation)).toHaveLength(1)
})
