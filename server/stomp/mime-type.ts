/** Spring's `MimeType`: type and subtype in lower case, parameters in order and as they were written. */
export interface MimeType {
  readonly type: string
  readonly subtype: string
  readonly parameters: readonly (readonly [name: string, value: string])[]
}

export type ParsedMimeType =
  | { readonly kind: 'mime-type'; readonly mimeType: MimeType }
  /** The text of Spring's `InvalidMimeTypeException`. */
  | { readonly kind: 'invalid'; readonly message: string }

/** RFC 2616 §2.2: CTL and separators do not stand in a token. */
const NOT_IN_TOKEN = /[^!#$%&'*+\-.^_`|~0-9A-Za-z]/

const isQuoted = (value: string): boolean => /^(["']).*\1$/s.test(value) && value.length > 1

const unquoted = (value: string): string => (isQuoted(value) ? value.slice(1, -1) : value)

/** Charsets that every Java has and the Encoding Standard does not. */
const FURTHER_CHARSETS: ReadonlySet<string> = new Set(['utf-32', 'utf-32be', 'utf-32le'])

const isSupportedCharset = (name: string): boolean => {
  try {
    return FURTHER_CHARSETS.has(name.toLowerCase()) || new TextDecoder(name) !== null
  } catch {
    // The constructor is the only way to ask for a label.
    return false
  }
}

const tokenFault = (token: string): string | null => {
  const wrong = NOT_IN_TOKEN.exec(token)?.[0]
  return wrong === undefined ? null : `Invalid token character '${wrong}' in token "${token}"`
}

const parameterFault = (name: string, value: string): string | null => {
  if (name === '') return "'parameter' must not be empty"
  const fault = tokenFault(name)
  if (fault !== null) return fault
  if (name.toLowerCase() === 'charset')
    return isSupportedCharset(unquoted(value)) ? null : `unsupported charset '${unquoted(value)}'`
  return isQuoted(value) ? null : tokenFault(value)
}

const typeFault = (full: string): string | null => {
  const slash = full.indexOf('/')
  if (full === '') return "'mimeType' must not be empty"
  if (slash < 0) return "does not contain '/'"
  if (slash === full.length - 1) return "does not contain subtype after '/'"
  const type = full.slice(0, slash)
  const subtype = full.slice(slash + 1)
  if (type === '*' && subtype !== '*') return "wildcard type is legal only in '*/*' (all mime types)"
  if (type === '') return "'type' must not be empty"
  return tokenFault(type) ?? tokenFault(subtype)
}

/** Everything after the type, cut at semicolons outside of quotes. Parts without `=` mean nothing, as in Spring. */
const parametersOf = (text: string): [name: string, value: string][] => {
  const parameters = new Map<string, string>()
  for (const [part] of text.matchAll(/(?:[^;"]|"[^"]*(?:"|$))+/g)) {
    const equals = part.indexOf('=')
    if (equals >= 0) parameters.set(part.slice(0, equals).trim(), part.slice(equals + 1).trim())
  }
  return [...parameters]
}

/** `MimeTypeUtils#parseMimeType` of Spring Framework 7.0. */
export const parseMimeType = (text: string): ParsedMimeType => {
  const semicolon = text.indexOf(';')
  const written = (semicolon < 0 ? text : text.slice(0, semicolon)).trim()
  const full = written === '*' ? '*/*' : written
  const parameters = semicolon < 0 ? [] : parametersOf(text.slice(semicolon + 1))
  const fault =
    typeFault(full) ??
    parameters.reduce<string | null>((found, [name, value]) => found ?? parameterFault(name, value), null)
  if (fault !== null) return { kind: 'invalid', message: `Invalid mime type "${text}": ${fault}` }
  const [type = '', subtype = ''] = full.toLowerCase().split('/')
  return { kind: 'mime-type', mimeType: { type, subtype, parameters } }
}

/** `MimeType#toString` (spring.md 2.0.12). */
export const formatMimeType = ({ type, subtype, parameters }: MimeType): string =>
  `${type}/${subtype}${parameters.map(([name, value]) => `;${name}=${value}`).join('')}`

const OCTET_STREAM_RANGES: ReadonlySet<string> = new Set(['application/octet-stream', 'application/*', '*/*'])

/** `APPLICATION_OCTET_STREAM.isCompatibleWith`, for a type as `formatMimeType` writes it. */
export const isOctetStream = (contentType: string): boolean =>
  OCTET_STREAM_RANGES.has(contentType.includes(';') ? contentType.slice(0, contentType.indexOf(';')) : contentType)
