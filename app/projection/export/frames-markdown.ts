import type { ClientTag } from '#trace'
import type { ExportedFrame } from './exported-frames.ts'

/** What the page calls them. */
export interface FrameNames {
  readonly server: string
  client(tag: ClientTag | null): string
}

/** A heading and the frame's text for each frame; NUL stands as `^@`, as in STOMP's specification. */
export const framesMarkdown = (frames: readonly ExportedFrame[], names: FrameNames): string =>
  frames.map((frame) => `${headingOf(frame, names)}\n\n${fenced(textOf(frame))}\n`).join('\n')

const headingOf = (
  { at, client, direction, command }: ExportedFrame,
  { server, client: nameOf }: FrameNames,
): string => {
  const ends = [nameOf(client), server]
  const [from, to] = direction === 'to-server' ? ends : ends.toReversed()
  return `### ${(at / 1000).toFixed(3)} s · ${from} → ${to} · ${command}`
}

const textOf = ({ command, headers, body, truncated }: ExportedFrame): string => {
  const head = [command, ...headers.map(([name, value]) => `${name}:${value}`)]
  const written = 'text' in body ? body.text : `base64:${body.base64}`
  return [...head, '', truncated ? `${written}…` : `${written}^@`].join('\n')
}

/** Between fences longer than any run of backticks inside (CommonMark §4.5). */
const fenced = (text: string): string => {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}stomp\n${text}\n${fence}`
}
