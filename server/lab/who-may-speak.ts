import { type HttpRequest, headerOf } from '../http/http-exchange.ts'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i

/** `host` of `host:port`. */
const hostName = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()

const authority = (origin: string): string => origin.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').toLowerCase()

export type Speaker = { readonly allowed: true } | { readonly allowed: false; readonly why: string }

/**
 * Whether this request may reach the feed, the lab's commands and the example's HTTP controllers: any page on the web
 * can aim a request at a loopback address, so `Host` must be ours and `Origin` must be the page itself (trace.md, Who
 * may speak).
 *
 * @param ownHosts further names of this machine: IP literals and the configured HOST, lower case
 */
export const whoMaySpeak = (request: HttpRequest, ownHosts: ReadonlySet<string>): Speaker => {
  const host = headerOf(request, 'host')
  const origin = headerOf(request, 'origin')
  if (host === null || !(LOOPBACK.test(hostName(host)) || ownHosts.has(hostName(host))))
    return { allowed: false, why: `Host "${host ?? ''}" is not this machine` }
  if (origin !== null && authority(origin) !== host.toLowerCase())
    return { allowed: false, why: `Origin "${origin}" is not this page` }
  return { allowed: true }
}
