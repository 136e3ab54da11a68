import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import StompServer from 'stomp-broker-js'
import { DEFAULT_CONFIGURATION } from '../../lab/configurations.ts'
import { openLoopbackServer } from '../loopback-server.ts'
import type { BenchServerKind, BenchServerQuestion, BenchServerReport } from './server-process.ts'

/** More than a lab takes otherwise: 1,000 sessions are measured. */
const SESSION_LIMIT = 2000

const openPeer = async (): Promise<number> => {
  const server = createServer()
  new StompServer({ server, path: '/ws' })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const open = async (kind: BenchServerKind): Promise<number> => {
  if (kind === 'peer') return openPeer()
  const { port } = await openLoopbackServer({
    config: DEFAULT_CONFIGURATION,
    traced: kind === 'traced',
    sessionLimit: SESSION_LIMIT,
  })
  return port
}

const report = (message: BenchServerReport): void => {
  process.send?.(message)
}

const answer = (question: BenchServerQuestion): BenchServerReport => {
  if (question === 'cpu') {
    const { user, system } = process.cpuUsage()
    return { cpu: user + system }
  }
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return { memory: heapUsed + external }
}

process.on('message', (question: BenchServerQuestion) => report(answer(question)))
process.on('disconnect', () => process.exit(0))

report({ port: await open(process.argv[2] as BenchServerKind) })
