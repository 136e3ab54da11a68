import { createStore, type StoreApi } from 'zustand/vanilla'

/** How patient the page's own clients are with what somebody holds to look at it. */
export interface ClientTimers {
  /** Connections that begin from now on give each SockJS transport a minute. */
  readonly stretched: boolean
}

/** As long as anything is held at most. */
const STRETCHED_TIMEOUT = 60_000

export const createClientTimers = (): StoreApi<ClientTimers> => createStore(() => ({ stretched: false }))

/** sockjs-client's `timeout` option; undefined: it reckons by itself. */
export const sockJsTimeout = ({ stretched }: ClientTimers): number | undefined =>
  stretched ? STRETCHED_TIMEOUT : undefined
