import { DEFAULT_CONFIGURATION } from './lab/configurations.ts'
import { Lab } from './lab/lab.ts'
import { resolveConfiguration } from './lab/resolve-configuration.ts'
import { MemoryTransport } from './memory/memory-transport.ts'
import { seededIdGenerator } from './runtime/seeded-id-generator.ts'
import { VirtualTaskScheduler } from './runtime/virtual-task-scheduler.ts'
import type { LabConfiguration } from './trace/index.ts'

export interface SimulationOptions {
  /** A configuration, or the name of a known one. */
  readonly config?: string | LabConfiguration
  /** Off: the same server without anybody watching. */
  readonly traced?: boolean
}

/** The whole server on virtual time with clients in memory: for tests, for pages without a server, for scenarios. */
export interface Simulation {
  readonly lab: Lab
  readonly scheduler: VirtualTaskScheduler
  readonly transport: MemoryTransport
}

/** The authority that in-memory clients see in their `Host` header. */
export const SIMULATED_HOST = 'localhost'

export const createSimulation = (options: SimulationOptions = {}): Simulation => {
  const config = configurationOf(options.config ?? DEFAULT_CONFIGURATION)
  const scheduler = new VirtualTaskScheduler()
  const lab = new Lab({
    id: 'simulation',
    config,
    scheduler,
    ids: seededIdGenerator(config.seed),
    traced: options.traced ?? true,
  })
  return {
    lab,
    scheduler,
    transport: new MemoryTransport((exchange) => lab.handle(exchange), scheduler, SIMULATED_HOST),
  }
}

const configurationOf = (wanted: string | LabConfiguration): LabConfiguration => {
  if (typeof wanted !== 'string') return wanted
  const resolved = resolveConfiguration(wanted)
  if (!resolved.ok) throw new Error(resolved.message)
  return resolved.config
}
