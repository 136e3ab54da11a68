import type { ChannelInterceptor, PreSendOutcome } from '../messaging/channel-interceptor.ts'
import { firstNativeHeader, withUser } from '../messaging/message.ts'

const BEARER = 'Bearer '

const deliveryException = (message: string): PreSendOutcome => ({
  kind: 'threw',
  error: { type: 'org.springframework.messaging.MessageDeliveryException', message },
})

/** Makes the bearer of a token the user, on CONNECT (spring.md 6.3). */
export const tokenInterceptor = ({ isRequired }: { readonly isRequired: boolean }): ChannelInterceptor => ({
  name: 'TokenInterceptor',
  preSend(message) {
    const passed: PreSendOutcome = { kind: 'passed', message }
    if (message.headers.simpMessageType !== 'CONNECT') return passed
    const authorization = firstNativeHeader(message, 'Authorization')
    if (!authorization?.startsWith(BEARER)) return isRequired ? deliveryException('no token') : passed
    const token = authorization.slice(BEARER.length)
    if (token === 'expired') return deliveryException('token expired')
    if (token === 'vetoed') return { kind: 'vetoed' }
    return { kind: 'passed', message: withUser(message, { name: token }) }
  },
})
