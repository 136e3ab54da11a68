/** The text of a WebSocket message or a request body as a client sent it, seen as the STOMP texts that are in it. */
export interface ClientText {
  readonly text: string
  /** A JSON array of strings around the STOMP texts (sockjs.md §4). */
  readonly isSockJs: boolean
}

const LINE_ENDS = /^[\r\n]+$/

/** A STOMP heart-beat: nothing but line ends. */
export const isHeartbeat = (stompText: string): boolean => LINE_ENDS.test(stompText)

/** What a SockJS transport writes around one frame: nothing, a line end, `data: …`, or a script element. */
const SOCKJS_DRESS = /^(?:data: |<script>\np\(")?(.*?)(?:"\);\n<\/script>)?[\r\n]*$/s

const SOCKJS_HEARTBEATS: ReadonlySet<string> = new Set(['h', 'a["\\n"]', 'a[\\"\\\\n\\"]'])

/** A heart-beat to a client: STOMP's, or SockJS's `h`, or STOMP's inside SockJS, in whatever transport. */
export const isHeartbeatToClient = (text: string): boolean =>
  isHeartbeat(text) || SOCKJS_HEARTBEATS.has(SOCKJS_DRESS.exec(text)?.[1] ?? '')

const stringsOf = (json: string): string[] | null => {
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value === 'string') return [value]
    return Array.isArray(value) && value.every((element) => typeof element === 'string') ? value : null
  } catch {
    // No SockJS message: it goes on as it is, and the server says so.
    return null
  }
}

/**
 * The same with each STOMP text replaced.
 *
 * @param change undefined: this text is left out
 * @returns null where nothing is left; the very same text where nothing changed
 */
export const changedClientText = (
  { text, isSockJs }: ClientText,
  change: (stompText: string) => string | undefined,
): string | null => {
  if (!isSockJs) return change(text) ?? null
  const before = stringsOf(text)
  if (before === null) return text
  const after = before.map(change)
  if (after.every((element, index) => element === before[index])) return text
  const kept = after.filter((element) => element !== undefined)
  return kept.length === 0 ? null : JSON.stringify(kept)
}
