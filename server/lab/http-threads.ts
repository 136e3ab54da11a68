import type { HttpExchange } from '../http/http-exchange.ts'
import type { CurrentThread } from '../runtime/current-thread.ts'
import type { WebSocketListener } from '../websocket/websocket-connection.ts'

/** Tomcat's `minSpareThreads`. Its queue serves waiting threads in turn. */
const THREADS = 10

/** Lets everything that comes from the network run on Tomcat's threads, by name. */
export class HttpThreads {
  readonly #currentThread: CurrentThread
  #next = 0

  constructor(currentThread: CurrentThread) {
    this.#currentThread = currentThread
  }

  run<T>(body: () => T): T {
    const thread = `http-nio-exec-${(this.#next++ % THREADS) + 1}`
    return this.#currentThread.run(thread, body)
  }

  /** The exchange whose client, if it has more to say, is heard on Tomcat's threads too. */
  exchange(inner: HttpExchange): HttpExchange {
    return {
      request: inner.request,
      respond: (response) => inner.respond(response),
      stream: (head, onAbort) => inner.stream(head, () => this.run(onAbort)),
      upgrade: (headers, listen) =>
        inner.upgrade(headers, (connection) => this.#listener(this.run(() => listen(connection)))),
    }
  }

  #listener(inner: WebSocketListener): WebSocketListener {
    return {
      onMessage: (message) => this.run(() => inner.onMessage(message)),
      onFragment: (frame) => this.run(() => inner.onFragment?.(frame)),
      onControl: (opcode, payload, frame) => this.run(() => inner.onControl(opcode, payload, frame)),
      onClose: (...end) => this.run(() => inner.onClose(...end)),
    }
  }
}
