import { type Controller, messageMapping, Thrown } from '../messaging/handler-method.ts'
import type { Principal } from '../messaging/message.ts'
import { payload, principal } from '../messaging/method-parameter.ts'
import type { SimpMessagingTemplate } from '../messaging/simp-messaging-template.ts'
import { greeting, NOTE } from './greeting.ts'

const nameOf = (user: Principal | null): string => user?.name ?? 'nobody'

/** Answers for one user. */
export const userController = (template: SimpMessagingTemplate): Controller => ({
  name: 'UserController',
  methods: [
    messageMapping(
      '/whoami',
      { name: 'whoami', sendToUser: { destinations: ['/queue/replies'] }, parameters: [principal()] },
      (user) => greeting(nameOf(user)),
    ),
    messageMapping(
      '/whoami-here',
      {
        name: 'whoamiHere',
        sendToUser: { destinations: ['/queue/replies'], broadcast: false },
        parameters: [principal()],
      },
      (user) => greeting(nameOf(user)),
    ),
    messageMapping('/private', { name: 'privately', parameters: [payload(NOTE)] }, ({ to, content }) => {
      const outcome = template.convertAndSendToUser(to, '/queue/private', greeting(content))
      return outcome.kind === 'threw' ? new Thrown(outcome.error) : undefined
    }),
  ],
})
