import type { Prediction } from './prediction.ts'

export const PREDICTIONS: readonly Prediction[] = [
  { name: 'why-not-http/what-must-ada-do', right: 'nothing', provedBy: 'why-not-http/server-speaks-unasked' },
  { name: 'why-not-http/the-reply', right: 'none', provedBy: 'why-not-http/message-has-no-response' },
  { name: 'why-not-http/what-runs', right: 'waits', provedBy: 'why-not-http/text-alone-means-nothing' },
]
