import { createHash } from 'node:crypto'

/** RFC 6455 §1.3 */
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

/**
 * Answers a WebSocket handshake before the server of its socket is there: a browser opens no other WebSocket to the same
 * address until it has an answer (RFC 6455 §4.1). What the client sends waits in the socket. The server's own answer,
 * the first that it writes, is left out.
 *
 * @param {import('node:http').IncomingMessage} incoming
 * @param {import('node:stream').Duplex} socket
 */
export const answerHandshakeEarly = ({ headers }, socket) => {
  const accept = createHash('sha1').update(`${headers['sec-websocket-key']}${GUID}`).digest('base64')
  socket.write(
    [
      'HTTP/1.1 101 Switching Protocols',
      'Upgrade: websocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Accept: ${accept}`,
      `Sec-WebSocket-Protocol: ${headers['sec-websocket-protocol']}`,
      '\r\n',
    ].join('\r\n'),
  )
  const { write } = socket
  socket.write = () => {
    socket.write = write
    return true
  }
}
