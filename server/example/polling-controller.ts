import type { HttpController } from './http-controllers.ts'

/** Messages that are kept. */
const KEPT = 100

interface KeptMessage {
  /** From 1. */
  readonly number: number
  readonly text: string
}

/** For clients without a WebSocket: what somebody said is kept, and given to whoever asks what came after a number. */
export const pollingController = (): readonly HttpController[] => {
  let messages: readonly KeptMessage[] = []
  const method = { name: 'PollingController', path: '/messages' } as const
  return [
    {
      ...method,
      method: 'add',
      verb: 'POST',
      required: [],
      handle({ body }) {
        messages = [...messages, { number: (messages.at(-1)?.number ?? 0) + 1, text: body }].slice(-KEPT)
        return { kind: 'returned', value: undefined }
      },
    },
    {
      ...method,
      method: 'since',
      verb: 'GET',
      required: ['after'],
      handle({ parameter }) {
        const after = parameter('after') ?? ''
        if (!/^\d+$/.test(after)) return { kind: 'not-converted' }
        return { kind: 'returned', value: messages.filter(({ number }) => number > Number(after)) }
      },
    },
    {
      ...method,
      method: 'clear',
      verb: 'DELETE',
      required: [],
      handle() {
        messages = []
        return { kind: 'returned', value: undefined }
      },
    },
  ]
}
