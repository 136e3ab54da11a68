import { describe, expect, it } from 'vitest'
import { describeFrame } from './frame-row.ts'
import { wireRuns } from './wire-runs.ts'

describe('the row of a frame', () => {
  it('says what matters of its command', () => {
    expect(describeFrame('SUBSCRIBE\nid:sub-0\ndestination:/topic/greetings\n\n\0')).toEqual({
      command: 'SUBSCRIBE',
      summary: 'sub-0 /topic/greetings',
    })
    expect(describeFrame('MESSAGE\ndestination:/topic/greetings\nmessage-id:1\n\n{"content":"Hello, Ada!"}\0')).toEqual(
      {
        command: 'MESSAGE',
        summary: '{"content":"Hello, Ada!"} /topic/greetings',
      },
    )
  })

  it('does not exist for a heart-beat', () => {
    expect(describeFrame('\n')).toBeNull()
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
