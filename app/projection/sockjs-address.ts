/** `/{base}/{server}/{session}/{segment}` (sockjs.md 1). */
export interface SockJsAddress {
  readonly base: string
  /** Three digits that only a load balancer reads. */
  readonly server: string
  readonly session: string
  /** `xhr_streaming`, `xhr_send`, … */
  readonly segment: string
}

const SESSION_PATH =
  /^(\/.+)\/([^/.]+)\/([^/.]+)\/(websocket|xhr_streaming|xhr_send|xhr|eventsource|htmlfile|jsonp_send|jsonp)$/
const INFO_PATH = /^\/.+\/info$/

/** @param path may have a query. @returns null for every other path, a raw WebSocket's included */
export function sockJsAddress(path: string): SockJsAddress | null {
  const [, base, server, session, segment] = SESSION_PATH.exec(withoutQuery(path)) ?? []
  if (base === undefined || server === undefined || session === undefined || segment === undefined) return null
  return { base, server, session, segment }
}

/** Whether a request asks what a SockJS service can do. */
export function isInfoPath(path: string): boolean {
  return INFO_PATH.test(withoutQuery(path))
}

function withoutQuery(path: string): string {
  return path.split('?', 1)[0] ?? ''
}
