import fc from 'fast-check'

const COMMANDS = [
  'CONNECT',
  'STOMP',
  'SEND',
  'SUBSCRIBE',
  'UNSUBSCRIBE',
  'DISCONNECT',
  'ACK',
  'BEGIN',
  'MESSAGE',
  'ERROR',
]

const HEADERS = [
  'destination:/topic/t',
  'destination:/app/echo',
  'destination:/app/slow',
  'destination:/user/queue/private',
  'destination:/user/alice/queue/private',
  'destination:/topic/**',
  'destination:/topic/{a',
  'id:0',
  'id:1',
  'accept-version:1.2',
  'accept-version:9',
  'Authorization:Bearer alice',
  'Authorization:Bearer expired',
  'heart-beat:100,100',
  'heart-beat:-1,x',
  'content-length:5',
  'content-length:-1',
  'content-length:99999999',
  'content-type:text/plain;charset=utf-8',
  'content-type:;;;',
  'content-type:application/octet-stream',
  'receipt:r',
  'escapes:\\c\\n\\\\',
  'escapes:\\q',
  ':nameless',
  'colonless',
]

/** A frame as a client might send it, with every part right or nearly so. */
const frame: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...COMMANDS, 'HEARTBEAT', 'explode', ''),
    fc.array(fc.constantFrom(...HEADERS), { maxLength: 5 }),
    fc.oneof(fc.constant(''), fc.constant('hello'), fc.string({ unit: 'binary', maxLength: 40 })),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.constantFrom('\0', '\0\n', ''),
  )
  .map(([command, headers, body, endOfLine, end]) => [command, ...headers, '', body].join(endOfLine) + end)

/** What a WebSocket text message might hold: frames whole, cut, glued together, or nothing of the kind. */
export const junkText: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: frame, weight: 6 },
  { arbitrary: fc.tuple(frame, fc.nat({ max: 80 })).map(([text, end]) => text.slice(0, end)), weight: 2 },
  { arbitrary: fc.tuple(frame, frame).map(([one, other]) => one + other), weight: 2 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 60 }), weight: 1 },
  { arbitrary: fc.constantFrom('\n', '\r\n', '\0', '\n\n\n'), weight: 1 },
)
