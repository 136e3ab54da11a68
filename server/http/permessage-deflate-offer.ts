/** A parameter of an extension offer; null: it has no value (RFC 6455 §9.1). */
type ExtensionParameter = readonly [name: string, value: string | null]

const EXTENSION = 'permessage-deflate'

/** The window of Java's `Deflater`, which cannot be told another. */
const WINDOW_BITS = '15'

const isWindow = (value: string | null): boolean => value !== null && /^(?:[89]|1[0-5])$/.test(value)
const isAbsent = (value: string | null): boolean => value === null

/** The parameters that there are, and the values that they can have in an offer (RFC 7692 §7.1). */
const VALUES: ReadonlyMap<string, (value: string | null) => boolean> = new Map([
  ['server_no_context_takeover', isAbsent],
  ['client_no_context_takeover', isAbsent],
  ['server_max_window_bits', isWindow],
  ['client_max_window_bits', (value) => isAbsent(value) || isWindow(value)],
])

const parameterOf = (written: string): ExtensionParameter => {
  const [name = '', ...value] = written.split('=').map((part) => part.trim())
  return [name, value.length === 0 ? null : value.join('=').replace(/^"(.*)"$/, '$1')]
}

/** An unknown parameter, one that comes twice, or a value that it cannot have: the offer is declined (RFC 7692 §7.1). */
const isValid = (parameters: readonly ExtensionParameter[]): boolean =>
  parameters.every(([name, value]) => VALUES.get(name)?.(value) === true) &&
  new Set(parameters.map(([name]) => name)).size === parameters.length

/**
 * The value of `Sec-WebSocket-Extensions` that accepts the first of the client's offers which the server can fulfil;
 * null: there is none, and the connection does without.
 *
 * The choice and the spelling are Tomcat's (`org.apache.tomcat.websocket.PerMessageDeflate`, `UpgradeUtil`), with two
 * differences. The server refuses context takeover for both sides, asked or not (RFC 7692 §7.1.1): each message can
 * then be inflated by itself, without all that came before it. And an offer that is not valid is declined, as the RFC
 * demands, where Tomcat throws an exception.
 *
 * @param extensions the elements of the client's `Sec-WebSocket-Extensions` headers, in order
 */
export const acceptPermessageDeflate = (extensions: readonly string[]): string | null => {
  for (const extension of extensions) {
    const [name, ...written] = extension.split(';').map((part) => part.trim())
    const parameters = written.map(parameterOf)
    if (name !== EXTENSION || !isValid(parameters)) continue
    const offered = new Map(parameters)
    const serverWindow = offered.get('server_max_window_bits')
    if (serverWindow !== undefined && serverWindow !== WINDOW_BITS) continue
    const clientWindow = offered.get('client_max_window_bits')
    return [
      EXTENSION,
      'server_no_context_takeover',
      ...(serverWindow === undefined ? [] : [`server_max_window_bits=${serverWindow}`]),
      'client_no_context_takeover',
      ...(clientWindow === undefined ? [] : [`client_max_window_bits=${clientWindow ?? WINDOW_BITS}`]),
    ].join(';')
  }
  return null
}
