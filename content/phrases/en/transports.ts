export const transports = {
  'transports.ladder': 'Transports tried',
  'transports.opened': 'open',
  'transports.failed': 'failed',
  'transports.pending': 'trying',
  'transports.answered': 'answered',

  'transports.info-answered': '{status}, {took} ms',
  'transports.info-took': '{took} ms',
  'transports.info-asked': 'asked',

  'transports.trying': 'no answer yet',
  'transports.seconds-left': '{seconds} s left',
  'transports.seconds-left-of': '{seconds} s left, by the old timer of {transport}',
  'transports.opened-after': 'open after {took} ms',
  'transports.timed-out': 'not open within {took} ms',
  'transports.cut-off': 'ended after {took} ms by the old timer of {transport}',
  'transports.left': 'left for the next',
  'transports.status': '{status}',
  'transports.status-refused': '{status}, {refusal}',
  'transports.refusal-handshake-interceptor': 'a HandshakeInterceptor says no',
  'transports.refusal-origin': 'Origin not allowed',
  'transports.refusal-method': 'not a GET',
  'transports.refusal-upgrade': 'no Upgrade',
  'transports.refusal-connection': 'no Connection: Upgrade',
  'transports.refusal-key': 'no Sec-WebSocket-Key',
  'transports.refusal-version': 'wrong version',
  'transports.refusal-sub-protocol': 'no sub-protocol in common',
  'transports.refusal-capacity': 'too many sessions',
  'transports.then': 'then {transport}',
  'transports.then-more': 'then {transport} and {more} more',
  'transports.nothing-left': 'closed with {code}',

  'transports.url': 'Parts of the URL',
  'transports.url-base': 'the endpoint’s path',
  'transports.url-server': 'server: 3 random digits, for a load balancer that sends all of a session to one machine',
  'transports.url-session': 'session: 8 random letters, new for each transport that is tried',
  'transports.url-segment': 'transport: how the server shall answer',

  'transports.connections':
    'It will hold one of the 6 HTTP/1.1 connections that a browser keeps to a server. Held now: {held}.',
  'transports.connections-all':
    '{held} of the 6 HTTP/1.1 connections to the server are held: with one more, nothing can be sent from this browser.',
} as const
