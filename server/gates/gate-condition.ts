/** What a condition can look at, as texts: for a request `from`, `type` and `path`. */
export type GateSubject = Readonly<Record<string, string>>

export type GateCondition = (subject: GateSubject) => boolean

export type ParsedCondition =
  | { readonly ok: true; readonly condition: GateCondition }
  /** The part that is no `key:value`. */
  | { readonly ok: false; readonly part: string }

const PART = /^([a-z]+):(\S+)$/

const quoted = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')

/** `*` stands for anything; case does not count. */
const patternOf = (text: string): RegExp => new RegExp(`^${text.split('*').map(quoted).join('.*')}$`, 'i')

/** `from:B type:Upgrade path:*websocket`: everything that is said must be so; nothing said: always. */
export const parseGateCondition = (text: string): ParsedCondition => {
  const tests: GateCondition[] = []
  for (const part of text.split(/\s+/).filter((word) => word !== '')) {
    const [, key, value] = PART.exec(part) ?? []
    if (key === undefined || value === undefined) return { ok: false, part }
    const pattern = patternOf(value)
    tests.push((subject) => Object.hasOwn(subject, key) && pattern.test(subject[key] ?? ''))
  }
  return { ok: true, condition: (subject) => tests.every((test) => test(subject)) }
}
