import type { IncomingMessage, ServerResponse } from 'node:http'
import { networkInterfaces } from 'node:os'
import type { Duplex } from 'node:stream'
import type { HttpRequest, HttpResponse } from '../http/http-exchange.ts'
import { Lab } from '../lab/lab.ts'
import { type Speaker, whoMaySpeak } from '../lab/who-may-speak.ts'
import type { LabConfiguration } from '../trace/index.ts'
import { FeedTransport } from './feed-transport.ts'
import {
  plainExchange,
  readBody,
  refuseUpgrade,
  toHttpRequest,
  upgradeExchange,
  writeResponse,
} from './http-transport.ts'
import { systemIdGenerator } from './system-id-generator.ts'
import { systemTaskScheduler } from './system-task-scheduler.ts'

export interface NodeServerOptions {
  readonly config: LabConfiguration
  /** The configured HOST, which may name this machine beside its addresses. */
  readonly host: string
  /** A line for the server's output. */
  readonly log: (line: string) => void
  /** Off: nobody can look on. */
  readonly traced?: boolean
  /** Sessions that the lab takes. */
  readonly sessionLimit?: number
}

/** What answers requests of node's HTTP server (contract.md, In development). */
export interface NodeServer {
  /** Calls `next` for what is not the product's. */
  handle(incoming: IncomingMessage, response: ServerResponse, next: () => void): void
  /** Answers every upgrade that it is given. @returns false for what is not the product's */
  upgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Closes every socket with 1012, Service Restart. */
  close(): void
}

const encoder = new TextEncoder()

const plain = (status: number, text: string, type = 'text/plain;charset=UTF-8'): HttpResponse => ({
  status,
  headers: [
    ['Content-Type', type],
    ['Cache-Control', 'no-store'],
  ],
  body: encoder.encode(text),
})

const HEALTH: HttpResponse = plain(200, '{"status":"UP"}', 'application/json')
const NO_LAB: HttpResponse = plain(404, 'There is no lab of that name here.')
const NOT_HERE: HttpResponse = plain(404, 'There is no WebSocket endpoint at this address.')
const TOO_LARGE: HttpResponse = plain(413, 'A request body may have 1 MiB at most.')

const ownHosts = (configured: string): ReadonlySet<string> =>
  new Set([
    configured.toLowerCase(),
    ...Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .map(({ address, family }) => (family === 'IPv6' ? `[${address.toLowerCase()}]` : address)),
  ])

const isFeed = (path: string): boolean => path === '/trace'
const isOtherLab = (path: string): boolean => path.startsWith('/labs/')

export const createNodeServer = ({ host, log, ...options }: NodeServerOptions): NodeServer => {
  const lab = new Lab({ ...options, id: 'main', scheduler: systemTaskScheduler, ids: systemIdGenerator })
  const feeds = new FeedTransport(lab, systemTaskScheduler)
  const hosts = ownHosts(host)

  const speaker = (request: HttpRequest): Speaker => {
    const decision = whoMaySpeak(request, hosts)
    if (!decision.allowed) log(`refused ${request.method} ${request.path}: ${decision.why}`)
    return decision
  }

  const handleLabRequest = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(incoming)
    if (body === null) return writeResponse(response, TOO_LARGE)
    lab.handle(plainExchange(toHttpRequest(incoming, body), response))
  }

  return {
    handle(incoming, response, next) {
      const request = toHttpRequest(incoming)
      if (request.path === '/health') return writeResponse(response, HEALTH)
      if (isOtherLab(request.path)) return writeResponse(response, NO_LAB)
      if (!lab.owns(request.path)) return next()
      if (lab.isGuarded(request.path)) {
        const decision = speaker(request)
        if (!decision.allowed) return writeResponse(response, plain(403, `${decision.why}.`))
      }
      // A body that breaks off belongs to a client that is gone: there is nobody to answer.
      handleLabRequest(incoming, response).catch(() => response.destroy())
    },

    upgrade(incoming, socket, head) {
      const request = toHttpRequest(incoming)
      if (isFeed(request.path)) {
        const decision = speaker(request)
        if (decision.allowed) feeds.accept(incoming, socket, head)
        else refuseUpgrade(incoming, socket, plain(403, `${decision.why}.`))
        return true
      }
      if (!lab.owns(request.path)) return false
      lab.handle(upgradeExchange(incoming, socket, head))
      return true
    },

    close() {
      feeds.close()
      lab.close({ code: 1012, reason: null })
    },
  }
}

/** Answers an upgrade that nobody wants, so that its client does not wait for ever. */
export const refuseUnknownUpgrade = (incoming: IncomingMessage, socket: Duplex): void => {
  refuseUpgrade(incoming, socket, NOT_HERE)
}
