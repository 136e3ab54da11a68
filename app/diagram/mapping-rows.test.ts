import { describe, expect, it } from 'vitest'
import { mappingRows } from './mapping-rows.ts'

describe('the rows of @MessageMapping', () => {
  const destinations = ['/app/hello', '/app/echo', '/app/chat/{room}', '/topic/greetings', '/app/whoami']

  it('are the suggestions under an application prefix, and the rest as a number', () => {
    expect(mappingRows(destinations, ['/app'], null, 3)).toEqual({
      rows: ['/hello', '/echo', '/chat/{room}'].map((mapping) => ({ mapping, method: null })),
      more: 1,
    })
  })

  it('always have the mapping that ran, with its method', () => {
    const { rows } = mappingRows(destinations, ['/app'], { mapping: '/whoami', method: 'whoami' }, 2)
    expect(rows).toEqual([
      { mapping: '/hello', method: null },
      { mapping: '/whoami', method: 'whoami' },
    ])
  })
})
