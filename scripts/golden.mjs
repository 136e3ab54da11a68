// npm run golden [-- FOLDER]: plays golden files over real sockets. The arguments are the player's to read.
import { buildWhenStale } from './build-when-stale.mjs'

buildWhenStale()
await import(new URL('../dist/server/golden.js', import.meta.url).href)
