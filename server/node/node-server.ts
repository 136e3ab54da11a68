import type { IncomingMessage, ServerResponse } from 'node:http'
import { networkInterfaces } from 'node:os'
import type { Duplex } from 'node:stream'
import type { HttpRequest, HttpResponse } from '../http/http-exchange.ts'
import { Lab } from '../lab/lab.ts'
import { LAB_ID, labAddress, MAIN } from '../lab/lab-address.ts'
import { LabRegistry } from '../lab/lab-registry.ts'
import { whoMaySpeak } from '../lab/who-may-speak.ts'
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
  /** Sessions that a lab takes. */
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
const NOT_IN_LAB: HttpResponse = plain(404, 'There is nothing at this address of the lab.')
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

export const createNodeServer = ({ host, log, config, ...options }: NodeServerOptions): NodeServer => {
  const machine = { scheduler: systemTaskScheduler, ids: systemIdGenerator, wallClock: () => Date.now() }
  const labs = new LabRegistry({
    config,
    scheduler: systemTaskScheduler,
    createLab: (id, labConfig) => new Lab({ ...options, ...machine, id, config: labConfig }),
  })
  const feeds = new FeedTransport(labs, systemTaskScheduler)
  const hosts = ownHosts(host)

  /** @returns null for who may speak */
  const refusalOf = (request: HttpRequest): HttpResponse | null => {
    const decision = whoMaySpeak(request, hosts)
    if (decision.allowed) return null
    log(`refused ${request.method} ${request.path}: ${decision.why}`)
    return plain(403, `${decision.why}.`)
  }

  /** What is answered instead of the lab; null: nothing. */
  const refusalOfLab = (lab: Lab, path: string, request: HttpRequest): HttpResponse | null =>
    lab.isGuarded(path) ? refusalOf(request) : null

  const handleLabRequest = async (
    lab: Lab,
    path: string,
    incoming: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    const body = await readBody(incoming)
    if (body === null) return writeResponse(response, TOO_LARGE)
    lab.handle(plainExchange({ ...toHttpRequest(incoming, body), path }, response))
  }

  return {
    handle(incoming, response, next) {
      const request = toHttpRequest(incoming)
      const { id, path } = labAddress(request.path)
      const lab = labs.get(id)
      if (lab === undefined) return writeResponse(response, NO_LAB)
      if (path === '/health') return writeResponse(response, HEALTH)
      if (!lab.owns(path)) return id === MAIN ? next() : writeResponse(response, NOT_IN_LAB)
      const refusal = refusalOfLab(lab, path, request)
      if (refusal) return writeResponse(response, refusal)
      // A body that breaks off belongs to a client that is gone: there is nobody to answer.
      handleLabRequest(lab, path, incoming, response).catch(() => response.destroy())
    },

    upgrade(incoming, socket, head) {
      const request = toHttpRequest(incoming)
      const { id, path } = labAddress(request.path)
      if (isFeed(path) && LAB_ID.test(id)) {
        const refusal = refusalOf(request)
        if (refusal) refuseUpgrade(incoming, socket, refusal)
        else feeds.accept(id, incoming, socket, head)
        return true
      }
      const lab = labs.get(id)
      if (!lab?.owns(path)) return false
      const refusal = refusalOfLab(lab, path, request)
      if (refusal) refuseUpgrade(incoming, socket, refusal)
      else lab.handle({ ...upgradeExchange(incoming, socket, head), request: { ...request, path } })
      return true
    },

    close() {
      labs.close({ code: 1012, reason: null })
    },
  }
}

/** Answers an upgrade that nobody wants, so that its client does not wait for ever. */
export const refuseUnknownUpgrade = (incoming: IncomingMessage, socket: Duplex): void => {
  refuseUpgrade(incoming, socket, NOT_HERE)
}
