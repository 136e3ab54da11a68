import type { LabConfiguration } from '../trace/index.ts'
import { CONFIGURATIONS } from './configurations.ts'

/** What `LabConfiguration.name` says of a configuration that none of the known ones is. */
const CUSTOM = 'custom'

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Equal texts for what is equal, in whatever order its parts were written. */
const canonicalText = (config: LabConfiguration): string =>
  JSON.stringify({ ...config, name: CUSTOM }, (_key, value: unknown) =>
    isObject(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  )

const KNOWN_NAMES: ReadonlyMap<string, string> = new Map(
  [...CONFIGURATIONS].map(([name, config]) => [canonicalText(config), name]),
)

/** A custom configuration that is a known one in everything but its name has that name. */
export const withKnownName = (config: LabConfiguration): LabConfiguration =>
  config.name === CUSTOM ? { ...config, name: KNOWN_NAMES.get(canonicalText(config)) ?? CUSTOM } : config
