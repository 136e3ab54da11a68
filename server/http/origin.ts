import { type HttpRequest, headerOf } from './http-exchange.ts'

export interface OriginRules {
  readonly allowedOrigins: readonly string[]
  readonly allowedOriginPatterns: readonly string[]
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { http: '80', https: '443' }

const ORIGIN = /^([a-z][a-z0-9+.-]*):\/\/(\[[^\]]*\]|[^:/?#]*)(?::(\d+))?\/?$/i

/** RFC 6454 §4, comparable as text; null: not an origin. */
const normalized = (origin: string): string | null => {
  const [, scheme, host, port] = ORIGIN.exec(origin) ?? []
  if (scheme === undefined || host === undefined) return null
  const name = scheme.toLowerCase()
  return `${name}://${host.toLowerCase()}:${port ?? DEFAULT_PORTS[name] ?? ''}`
}

/** `WebUtils#isSameOrigin`. The server speaks plain HTTP; what a proxy may have said before it is not known. */
const isSameOrigin = (request: HttpRequest, origin: string): boolean => {
  const own = normalized(`http://${headerOf(request, 'host') ?? ''}`)
  return own !== null && normalized(origin) === own
}

const withoutTrailingSlash = (origin: string): string => origin.replace(/\/$/, '')

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** `CorsConfiguration.OriginPattern`: `*` anywhere in the host, and ports as `:[8080,8081]` or `:[*]`. */
const patternOf = (pattern: string): RegExp => {
  const [, host = pattern, ports] = /^(.*):\[(\*|\d+(?:,\d+)*)\]$/.exec(pattern) ?? []
  const hosts = host.split('*').map(quoted).join('.*')
  if (ports === undefined) return new RegExp(`^${hosts}$`)
  return new RegExp(ports === '*' ? `^${hosts}(:\\d+)?$` : `^${hosts}:(${ports.replaceAll(',', '|')})$`)
}

/** `CorsConfiguration#checkOrigin`. */
const isListed = (origin: string, { allowedOrigins, allowedOriginPatterns }: OriginRules): boolean => {
  const wanted = withoutTrailingSlash(origin)
  return (
    allowedOrigins.some(
      (allowed) => allowed === '*' || withoutTrailingSlash(allowed).toLowerCase() === wanted.toLowerCase(),
    ) || allowedOriginPatterns.some((pattern) => patternOf(withoutTrailingSlash(pattern)).test(wanted))
  )
}

/** A request that says where it comes from, and that is elsewhere. */
export const isCrossOrigin = (request: HttpRequest): boolean => {
  const origin = headerOf(request, 'origin')
  return origin !== null && !isSameOrigin(request, origin)
}

/** Who does not say where it comes from is no browser, and may enter (spring.md 5.4.1). */
export const isOriginAllowed = (request: HttpRequest, rules: OriginRules): boolean =>
  !isCrossOrigin(request) || isListed(headerOf(request, 'origin') ?? '', rules)
