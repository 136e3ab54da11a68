import type { LanguageRegistration } from 'shiki'

/** STOMP frames as the notes write them: `^@` is NUL, `<n>` and `{session}` stand for what varies (STOMP 1.2, Augmented BNF). */
export const STOMP_GRAMMAR: LanguageRegistration = {
  name: 'stomp',
  scopeName: 'source.stomp',
  patterns: [
    {
      match:
        '^(CONNECT|STOMP|CONNECTED|SEND|SUBSCRIBE|UNSUBSCRIBE|ACK|NACK|BEGIN|COMMIT|ABORT|DISCONNECT|MESSAGE|RECEIPT|ERROR)$',
      name: 'keyword.control.stomp',
    },
    { match: '\\^@', name: 'constant.language.nul.stomp' },
    {
      match: '^([\\w.-]+)(:)(?!//)(.*)$',
      captures: {
        1: { name: 'entity.name.function.header.stomp' },
        2: { name: 'punctuation.separator.stomp' },
        3: { name: 'string.unquoted.stomp', patterns: [{ match: '<\\w+>|\\{\\w+\\}', name: 'comment.varies.stomp' }] },
      },
    },
    { match: '<\\w+>|\\{\\w+\\}', name: 'comment.varies.stomp' },
  ],
  repository: {},
}
