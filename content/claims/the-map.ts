import type { Claim } from './claim.ts'
import { firstFrom, isFrame } from './find.ts'

export const CLAIMS: Readonly<Record<string, Claim>> = {
  'the-map/send-app-reaches-controller': (events) =>
    firstFrom(events, 'stomp.frame-decoded', isFrame('SEND', { destination: '/app/hello' }), 'controller.invoked')
      ?.seq ?? null,
}
