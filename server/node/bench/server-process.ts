import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** `peer` is stomp-broker-js. */
export type BenchServerKind = 'traced' | 'untraced' | 'peer'

export type BenchServerQuestion = 'memory' | 'cpu'

export interface BenchServerReport {
  readonly port?: number
  /** Octets in use, after a garbage collection. */
  readonly memory?: number
  /** Microseconds of processor time since the start. */
  readonly cpu?: number
}

const nextReport = async (child: ChildProcess): Promise<BenchServerReport> => {
  const [report] = (await once(child, 'message')) as [BenchServerReport]
  return report
}

/** A server in a process of its own. */
export class ServerProcess {
  readonly port: number
  readonly #child: ChildProcess

  private constructor(child: ChildProcess, port: number) {
    this.#child = child
    this.port = port
  }

  static async start(kind: BenchServerKind): Promise<ServerProcess> {
    const child = fork(new URL('./bench-server.js', import.meta.url), [kind], {
      execArgv: ['--expose-gc', ...(process.env.BENCH_NODE_OPTIONS?.split(' ') ?? [])],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const { port = 0 } = await nextReport(child)
    return new ServerProcess(child, port)
  }

  async ask(question: BenchServerQuestion): Promise<number> {
    this.#child.send(question)
    const report = await nextReport(this.#child)
    return report[question] ?? Number.NaN
  }

  stop(): void {
    this.#child.disconnect()
  }
}
