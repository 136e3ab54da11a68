// npm run sockjs-conformance -- --port N: what the public SockJS protocol's tests talk to, in this process.
import { buildWhenStale } from './build-when-stale.mjs'

buildWhenStale()
await import(new URL('../dist/server/sockjs-conformance.js', import.meta.url).href)
