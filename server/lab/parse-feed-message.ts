import * as v from 'valibot'
import type { FeedCommand, FeedErrorCode, FeedResume } from '../trace/index.ts'
import { faultChange, gateBreakpoint } from './doorway-schema.ts'
import { LAB_ID } from './lab-address.ts'
import { labConfigurationSchema } from './lab-configuration-schema.ts'

type Refusal = {
  readonly ok: false
  readonly id: number | null
  readonly code: FeedErrorCode
  readonly message: string
}

const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit))
const lab = v.pipe(v.string(), v.regex(LAB_ID, 'a lab is called by 1 to 32 of a-z, 0-9 and -'))
const tag = v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,12}$/, 'a tag has 1 to 12 letters or digits'))
const destination = text(4096)
const configuration = v.union([text(64), labConfigurationSchema])

const report = v.variant('report', [
  v.object({ report: v.literal('connecting'), transport: text(64) }),
  v.object({
    report: v.literal('transport-tried'),
    transport: text(64),
    deadline: v.nullable(v.number()),
    roundTrip: v.exactOptional(v.number()),
  }),
  v.object({ report: v.literal('transport-failed'), transport: text(64), reason: text(1024) }),
  v.object({ report: v.literal('transport-opened'), transport: text(64) }),
  v.object({ report: v.literal('stomp-connected'), version: text(64) }),
  v.object({ report: v.literal('callback-called'), subscription: text(1024), messageId: text(1024) }),
  v.object({ report: v.literal('unhandled'), what: text(1024) }),
  v.object({ report: v.literal('heart-beat-lost') }),
  v.object({ report: v.literal('closed'), code: v.number(), reason: text(1024), wasClean: v.boolean() }),
  v.object({ report: v.literal('reconnecting'), delay: v.number() }),
])

const id = v.pipe(v.number(), v.integer())

const held = v.pipe(v.number(), v.integer())
/** RFC 6455 §7.4: those that an application may close with. */
const closeCode = v.union([
  v.picklist([1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013]),
  v.pipe(v.number(), v.integer(), v.minValue(3000), v.maxValue(4999)),
])

/** Each command by its name: a fact of the protocol, hence a table. */
const COMMANDS = {
  claim: v.object({ id, command: v.literal('claim'), clients: v.pipe(v.array(tag), v.maxLength(16)), page: text(64) }),
  configure: v.object({ id, command: v.literal('configure'), config: configuration }),
  kill: v.object({
    id,
    command: v.literal('kill'),
    session: text(256),
    how: v.exactOptional(v.picklist(['reset', 'close', 'half-open'])),
    code: v.exactOptional(closeCode),
  }),
  'set-faults': v.object({
    id,
    command: v.literal('set-faults'),
    faults: v.pipe(v.array(faultChange), v.maxLength(64)),
  }),
  'set-gates': v.object({
    id,
    command: v.literal('set-gates'),
    gates: v.pipe(v.array(gateBreakpoint), v.maxLength(32)),
    page: text(64),
  }),
  release: v.object({ id, command: v.literal('release'), held: v.union([v.literal('all'), held]) }),
  drop: v.object({ id, command: v.literal('drop'), held }),
  mark: v.object({ id, command: v.literal('mark'), label: text(256) }),
  report: v.object({ id, command: v.literal('report'), client: tag, report }),
  restart: v.object({ id, command: v.literal('restart') }),
  publish: v.object({
    id,
    command: v.literal('publish'),
    destination,
    body: v.string(),
    user: v.exactOptional(text(256)),
  }),
  'create-lab': v.object({ id, command: v.literal('create-lab'), lab, config: v.exactOptional(configuration) }),
  'remove-lab': v.object({ id, command: v.literal('remove-lab'), lab }),
  'list-labs': v.object({ id, command: v.literal('list-labs') }),
} as const

const resumeSchema = v.object({
  resume: v.pipe(v.number(), v.integer(), v.minValue(0)),
  epoch: v.exactOptional(text(64)),
  create: v.exactOptional(v.boolean()),
})

const parseJson = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    // Undefined is no JSON value: the callers turn it into a clear refusal.
    return undefined
  }
}

/** `path: what is wrong` of the first issue. */
const explain = (issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string => {
  const [issue] = issues
  const path = issue.path?.map(({ key }) => String(key)).join('.')
  return path ? `${path}: ${issue.message}` : issue.message
}

const idOf = (value: unknown): number | null =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'number' ? value.id : null

export const parseFeedCommand = (json: string): { readonly ok: true; readonly command: FeedCommand } | Refusal => {
  const value = parseJson(json)
  const refusal = (code: FeedErrorCode, message: string): Refusal => ({ ok: false, id: idOf(value), code, message })
  if (typeof value !== 'object' || value === null) return refusal('malformed', 'A command is a JSON object.')
  const name = 'command' in value ? String(value.command) : ''
  if (!Object.hasOwn(COMMANDS, name)) {
    return refusal('unknown-command', `There is no command "${name}"; there are ${Object.keys(COMMANDS).join(', ')}.`)
  }
  const parsed = v.safeParse(COMMANDS[name as keyof typeof COMMANDS], value)
  return parsed.success
    ? { ok: true, command: parsed.output }
    : refusal('invalid', `${name}: ${explain(parsed.issues)}`)
}

export const parseFeedResume = (json: string): { readonly ok: true; readonly resume: FeedResume } | Refusal => {
  const parsed = v.safeParse(resumeSchema, parseJson(json))
  return parsed.success
    ? { ok: true, resume: parsed.output }
    : {
        ok: false,
        id: null,
        code: 'malformed',
        message: `A feed begins with {"resume": seq}: ${explain(parsed.issues)}`,
      }
}
