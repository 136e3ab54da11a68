// npm start [-- --config NAME]: the built product in this process. The arguments, PORT and HOST are the server's to read.
import { buildWhenStale } from './build-when-stale.mjs'

buildWhenStale()
await import(new URL('../dist/server/main.js', import.meta.url).href)
