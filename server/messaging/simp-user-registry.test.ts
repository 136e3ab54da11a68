import { expect, it } from 'vitest'
import type { ApplicationEvent } from './application-event.ts'
import { ApplicationEventMulticaster } from './application-event-multicaster.ts'
import { createMessage } from './message.ts'
import { SimpUserRegistry } from './simp-user-registry.ts'

const connected = (session: string, user: string | null): ApplicationEvent => ({
  name: 'SessionConnectedEvent',
  message: createMessage(new Uint8Array(), { simpMessageType: 'CONNECT_ACK', simpSessionId: session }),
  user: user === null ? null : { name: user },
})

const disconnected = (session: string): ApplicationEvent => ({
  name: 'SessionDisconnectEvent',
  message: createMessage(new Uint8Array(), { simpMessageType: 'DISCONNECT', simpSessionId: session }),
  user: null,
  sessionId: session,
  closeStatus: { code: 1000, reason: null },
})

it('knows users from events alone, from SessionConnectedEvent to SessionDisconnectEvent (spring.md 4.8)', () => {
  const users = new SimpUserRegistry()
  const multicaster = new ApplicationEventMulticaster()
  multicaster.addListener(users.onApplicationEvent)
  for (const event of [connected('s1', 'alice'), connected('s2', 'alice'), connected('s3', null)])
    multicaster.publish(event)
  expect(users.sessionsOf('alice')).toEqual(['s1', 's2'])
  for (const session of ['s1', 's1', 's3']) multicaster.publish(disconnected(session))
  expect(users.sessionsOf('alice')).toEqual(['s2'])
  multicaster.publish(disconnected('s2'))
  expect(users.sessionsOf('alice')).toEqual([])
})
