import type { LabConfiguration } from '../trace/index.ts'
import { checkConfiguration } from './check-configuration.ts'
import { type CommandRefusal, refuse } from './command-reply.ts'
import { CONFIGURATIONS } from './configurations.ts'
import { withKnownName } from './known-name.ts'

export type ResolvedConfiguration = { readonly ok: true; readonly config: LabConfiguration } | CommandRefusal

/** The configuration that a command names or brings, if a lab can have it. */
export const resolveConfiguration = (wanted: string | LabConfiguration): ResolvedConfiguration => {
  const config = typeof wanted === 'string' ? CONFIGURATIONS.get(wanted) : wanted
  if (config === undefined) {
    const known = [...CONFIGURATIONS.keys()].join(', ')
    return refuse('unknown-configuration', `There is no configuration "${wanted}". There are: ${known}.`)
  }
  const checked = checkConfiguration(config)
  return checked.kind === 'possible'
    ? { ok: true, config: withKnownName(checked.config) }
    : refuse('impossible-configuration', checked.message)
}
