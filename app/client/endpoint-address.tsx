import { endpointPath } from '../backend/lab-address.ts'
import { useTraceConnection } from '../playback/use-projection.ts'
import { useLivePage } from './live-page-context.tsx'

/** Where another program can connect: this page's own server. */
export function EndpointAddress() {
  const { address } = useLivePage()
  const { hello } = useTraceConnection()
  return <code>{address.webSocket(endpointPath(hello, 'webSocket'))}</code>
}
