declare module 'stomp-broker-js' {
  import type { Server } from 'node:http'

  /** What of it a benchmark needs: it serves as soon as it exists. */
  export default class StompServer {
    constructor(config: { readonly server: Server; readonly path: string })
  }
}
