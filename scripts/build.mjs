// npm run build: the page into dist/app, the server into dist/server.
import { build } from 'vite'
import { stampBuild } from './build-stamp.mjs'
import { sourceFingerprint } from './source-fingerprint.mjs'

// Taken before the build: an edit made while it runs leaves the build stale, as it should.
const fingerprint = sourceFingerprint()
await build()
await build({ build: { ssr: true } })
stampBuild(fingerprint)
