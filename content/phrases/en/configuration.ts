/** The lab's configuration: which ones there are, what each is for, and what a change costs. */
export const configuration = {
  'configuration.title': 'Configuration',
  'configuration.intro': 'How the application is set up. Another configuration starts it anew.',
  'configuration.loading': 'One moment…',
  'configuration.recorded': 'A recording has no lab to configure. At the cursor {name} runs.',
  'configuration.out-of-sight': 'The server is out of sight: nothing can be applied until it answers.',

  'configuration.price-nobody': 'Nobody is connected: applying closes nothing.',
  'configuration.price-one': 'Applying closes 1 session with 1012.',
  'configuration.price': 'Applying closes {count} sessions with 1012.',
  'configuration.price-returning': 'Reconnect by themselves: {names}.',
  'configuration.price-staying': 'To be connected again in their cards: {names}.',
  'configuration.price-elsewhere': 'Of other pages and programs: {count}.',

  'configuration.list': 'Named configurations',
  'configuration.at-cursor': 'at the cursor',
  'configuration.apply': 'Apply',
  'configuration.apply-name': 'Apply {name}',
  'configuration.runs': 'Runs',
  'configuration.runs-name': 'Runs: {name}',
  'configuration.applied': '{name} runs now.',
  'configuration.applied-behind': '{name} runs now. The picture shows an earlier moment: Go live.',
  'configuration.refused': 'Nothing was changed. {message}',

  'configuration.options': 'Lab options',
  'configuration.option-deflate': 'permessage-deflate',
  'configuration.option-deflate-about': 'Messages are compressed where the client offers it, as under Tomcat.',
  'configuration.option-heart-beats': 'Heart-beats of the broker',
  'configuration.option-heart-beats-about': 'setHeartbeatValue of 1,000 ms each way, with a TaskScheduler.',

  'configuration.custom': 'own mix',
  'configuration.about-custom': 'None of the named ones: made with the lab options, or by a script.',
  'configuration.about-default': 'What the notes begin with: /app for controllers, /topic and /queue for the broker.',
  'configuration.about-heartbeat':
    'The broker beats. Set a client’s heart-beats to 1000 ms in its options, connect it, and watch its heart.',
  'configuration.about-errorHandler':
    'With a StompSubProtocolErrorHandler, an ERROR names the receipt that the client asked for.',
  'configuration.about-ordered':
    'preserveReceiveOrder and preservePublishOrder: repeat a Send, and nothing overtakes any more.',
  'configuration.about-noPrefixes':
    'No prefixes: every handler takes every destination. Send hello and look who answers.',
  'configuration.about-appWs':
    'The endpoint is /random-address and the prefix /ws: a SEND to /app is nobody’s any more.',
  'configuration.about-requireToken':
    'A CONNECT without a token gets an ERROR. Choose the valid one in a client’s options, then connect.',
  'configuration.about-selector':
    'A SUBSCRIBE may carry a selector header. Write one in the frame composer: it gets only what matches.',
  'configuration.about-sockjsFast':
    'SockJS with short times: a stream ends after 300 octets, an h comes twice a second. Choose xhr-streaming.',
  'configuration.about-sockjsNoWebSocket':
    'SockJS without WebSocket: choose Auto (SockJS) and watch which transport it settles on.',
  'configuration.about-handshake':
    'Two more endpoints. Open /vetoed in the frame composer: a HandshakeInterceptor says no.',
  'configuration.about-small':
    'A decoder keeps 1,024 octets. Write a longer frame without its NUL in the frame composer: ERROR.',
  'configuration.about-deflate':
    'Compressed: Send hello, then look for RSV1 and the inflated message in the inspector’s WebSocket layer.',
} as const
