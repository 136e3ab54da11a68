import { describe, expect, test } from 'vitest'
import { unwrappedFrame } from './sockjs-wrapping.ts'
import type { MappedText } from './utf8-text.ts'

const FRAME = 'a["x\\n\\"/<y>"]'

const mapped = (text: string): MappedText => ({ text, wire: Array.from(text, (_, at) => [at]) })

describe('what a transport over HTTP wraps around a frame is no part of it (SockJS 0.3.3)', () => {
  test.each([
    ['xhr-polling and xhr-streaming', `${FRAME}\n`, 0],
    ['eventsource', `data: ${FRAME}\r\n\r\n`, 6],
    ['htmlfile', '<script>\np("a[\\"x\\\\n\\\\\\"\\/\\u003Cy\\u003E\\"]");\n</script>\r\n', 12],
    ['jsonp', '/**/_jp.a1b("a[\\"x\\\\n\\\\\\"\\/\\u003Cy\\u003E\\"]");\r\n', 13],
  ])('%s', (_, chunk, opening) => {
    const { frame, ...around } = unwrappedFrame(mapped(chunk))
    expect(frame.text).toBe(FRAME)
    expect(frame.wire).toHaveLength(FRAME.length)
    expect(around.opening).toBe(opening)
    expect(chunk.slice(around.closing)).toMatch(/^("\);)?[\r\n]/)
  })

  test('an escape of the literal is behind the one character that it stands for', () => {
    const chunk = '<script>\np("a[\\"\\u003C\\"]");\n</script>\r\n'
    const { frame } = unwrappedFrame(mapped(chunk))
    const at = chunk.indexOf('\\u003C')
    expect(frame.wire[frame.text.indexOf('<')]).toEqual([0, 1, 2, 3, 4, 5].map((place) => at + place))
  })

  test('a chunk that was cut is taken as it is', () => {
    expect(unwrappedFrame(mapped('a["x'))).toEqual({ frame: mapped('a["x'), opening: 0, closing: 4 })
  })
})
