import type { CloseStatus } from '../websocket/close-status.ts'
import type { Message, Principal } from './message.ts'

/** The events of spring.md 9. */
export type ApplicationEvent =
  | {
      readonly name:
        | 'SessionConnectEvent'
        | 'SessionConnectedEvent'
        | 'SessionSubscribeEvent'
        | 'SessionUnsubscribeEvent'
      readonly message: Message
      readonly user: Principal | null
    }
  | {
      readonly name: 'SessionDisconnectEvent'
      readonly message: Message
      readonly user: Principal | null
      readonly sessionId: string
      readonly closeStatus: CloseStatus
    }
  | { readonly name: 'BrokerAvailabilityEvent'; readonly brokerAvailable: boolean }

export interface ApplicationEventPublisher {
  publish(event: ApplicationEvent): void
}

export type ApplicationListener = (event: ApplicationEvent) => void
