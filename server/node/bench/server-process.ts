import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** `peer` is stomp-broker-js. */
export type BenchServerKind = 'traced' | 'untraced' | 'peer'

export type BenchServerReport = { readonly port: number } | { readonly memory: number }

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
    const [report] = (await once(child, 'message')) as [BenchServerReport]
    if (!('port' in report)) throw new Error('a server tells its port first')
    return new ServerProcess(child, report.port)
  }

  /** Octets in use, after a garbage collection. */
  async memory(): Promise<number> {
    this.#child.send('memory')
    const [report] = (await once(this.#child, 'message')) as [BenchServerReport]
    return 'memory' in report ? report.memory : Number.NaN
  }

  stop(): void {
    this.#child.disconnect()
  }
}
