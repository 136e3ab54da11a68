import { parseArgs } from 'node:util'
import { CONFIGURATIONS } from '../lab/configurations.ts'

const DEFAULT_PORT = 5173
export const DEFAULT_HOST = '127.0.0.1'

export type ServerArguments =
  | { readonly ok: true; readonly host: string; readonly port: number; readonly configuration: string }
  | { readonly ok: false; readonly sentence: string }

const refuse = (sentence: string): ServerArguments => ({ ok: false, sentence })

/** `--config NAME`, and PORT and HOST of the environment (contract.md, Commands). */
export const parseArguments = (
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ServerArguments => {
  const host = environment.HOST || DEFAULT_HOST
  const port = Number(environment.PORT || DEFAULT_PORT)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return refuse(`PORT must be a number from 0 to 65535, not "${environment.PORT}".`)
  try {
    const { values } = parseArgs({ args: [...args], options: { config: { type: 'string', default: 'default' } } })
    if (!CONFIGURATIONS.has(values.config)) {
      const known = [...CONFIGURATIONS.keys()].join(', ')
      return refuse(`There is no configuration "${values.config}". There are: ${known}.`)
    }
    return { ok: true, host, port, configuration: values.config }
  } catch (error) {
    return refuse(`${(error as Error).message}. Known: --config NAME.`)
  }
}
