export const choice = {
  'choice.recommendation': 'Recommendation',
  'choice.freshness': 'How fresh must it be?',
  'choice.minutes': 'minutes may pass',
  'choice.seconds': 'some seconds may pass',
  'choice.at-once': 'at once',
  'choice.rate': 'How often is there news?',
  'choice.rare': 'a few times an hour',
  'choice.some': 'a few times a minute',
  'choice.many': 'many times a second',
  'choice.direction': 'Which way does it go?',
  'choice.down': 'only to the browser',
  'choice.mostly-down': 'to the browser, seldom back',
  'choice.both': 'both ways, equally often',
  'choice.network': 'What lies between?',
  'choice.own': 'a network of your own',
  'choice.internet': 'the Internet',
  'choice.strict': 'proxies that buffer and take the Upgrade away',
  'choice.because-may-wait':
    'is enough: nobody waits, so a request every minute or so costs little, and every server and proxy can do it.',
  'choice.because-both': 'is made for this: up as well as down, each message costs a few octets instead of a request.',
  'choice.because-both-but-strict':
    'tries WebSocket first, and where a proxy takes the Upgrade away it goes on over ordinary requests, with the same code above.',
  'choice.because-buffered':
    'gets through: each response ends with its news, so that a proxy has nothing to hold back, and many messages share one.',
  'choice.because-only-down':
    'is enough: one response that never ends brings everything, and the browser opens it again by itself. Nothing has to go up.',
  'choice.because-little-up':
    'is enough: one response brings everything, and for the little that goes up a POST now and then costs less than a second protocol.',
} as const
