import type { EndpointConfiguration, FeedHello } from '#trace'

/** Where the page comes from: as much of `Location` as an address needs. */
export interface PageLocation {
  readonly protocol: string
  readonly host: string
}

/** The addresses of one lab (design README, settled 3): `main` is at the root, others under `/labs/{id}`. */
export interface LabAddress {
  readonly feed: string
  /** @param path of an endpoint, as `/ws` */
  webSocket(path: string): string
  http(path: string): string
}

export function labAddress(location: PageLocation, lab: string): LabAddress {
  const base = lab === 'main' ? '' : `/labs/${lab}`
  const secure = location.protocol === 'https:'
  const webSocket = (path: string) => `${secure ? 'wss' : 'ws'}://${location.host}${base}${path}`
  return {
    feed: webSocket('/trace'),
    webSocket,
    http: (path) => `${location.protocol}//${location.host}${base}${path}`,
  }
}

/** The path that a page's clients connect to: the first endpoint of the kind. */
export function endpointPath(hello: FeedHello | null, kind: 'webSocket' | 'sockJs'): string {
  const endpoints: readonly EndpointConfiguration[] = hello?.config.endpoints ?? []
  return endpoints.find((endpoint) => endpoint[kind])?.path ?? '/ws'
}
