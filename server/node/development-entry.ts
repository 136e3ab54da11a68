import type { Server } from 'node:http'
import { DEFAULT_CONFIGURATION } from '../lab/configurations.ts'
import { createNodeServer, type NodeServer, refuseUnknownUpgrade } from './node-server.ts'
import { DEFAULT_HOST } from './parse-arguments.ts'
import { printAddresses } from './print-addresses.ts'

const host = process.env.HOST || DEFAULT_HOST

export { refuseUnknownUpgrade }

/** What Vite's development server loads anew after each edit of a server file. */
export const createDevelopmentProduct = (): NodeServer =>
  createNodeServer({ config: DEFAULT_CONFIGURATION, host, log: (line) => console.warn(line) })

export const printDevelopmentAddresses = (server: Pick<Server, 'address'>): void =>
  printAddresses(server, host, DEFAULT_CONFIGURATION, (line) => console.log(line))
