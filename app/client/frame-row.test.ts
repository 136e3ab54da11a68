import { describe, expect, it } from 'vitest'
import { frameCommand, frameSummary } from './frame-row.ts'
import { wireRuns } from './wire-runs.ts'

describe('the row of a frame', () => {
  it('says what matters of its command', () => {
    const subscribe = 'SUBSCRIBE\nid:sub-0\ndestination:/topic/greetings\n\n\0'
    expect(frameCommand(subscribe)).toBe('SUBSCRIBE')
    expect(frameSummary(subscribe)).toBe('sub-0 /topic/greetings')
    const message = 'MESSAGE\ndestination:/topic/greetings\nmessage-id:1\n\n{"content":"Hello, Ada!"}\0'
    expect(frameCommand(message)).toBe('MESSAGE')
    expect(frameSummary(message)).toBe('{"content":"Hello, Ada!"} /topic/greetings')
  })

  it('begins after the line ends that may stand before a frame', () => {
    expect(frameCommand('\r\n\nSEND\r\n\r\n\0')).toBe('SEND')
  })

  it('says nothing of a frame that stompjs cannot read', () => {
    expect(frameSummary('SEND\ncontent-length:9\n\nshort\0')).toBe('')
  })

  it('does not exist for a heart-beat, nor for a part of a frame', () => {
    expect(frameCommand('\n')).toBeNull()
    expect(frameCommand('SEND\ndestination:/app/hello\n')).toBeNull()
  })

  it('has every line end and the NUL visible in its text', () => {
    expect(wireRuns('SEND\r\n\nhi\0')).toEqual([
      { text: 'SEND' },
      { control: 'CR' },
      { control: 'LF' },
      { control: 'LF' },
      { text: 'hi' },
      { control: 'NUL' },
    ])
  })
})
