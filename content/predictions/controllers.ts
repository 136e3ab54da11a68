import type { Prediction } from './prediction.ts'

export const PREDICTIONS: readonly Prediction[] = [
  {
    name: 'controllers/json-for-a-string',
    right: 'nothing',
    provedBy: 'controllers/json-object-is-no-string',
  },
  {
    name: 'controllers/unreadable-body',
    right: 'nothing',
    provedBy: 'controllers/exception-is-only-logged',
  },
  {
    name: 'controllers/who-gets-the-answer',
    right: 'bob',
    provedBy: 'controllers/answer-without-the-asker',
  },
  {
    name: 'controllers/one-answer-or-many',
    right: 'one',
    provedBy: 'controllers/nobody-takes-a-publication-to-app',
  },
]
