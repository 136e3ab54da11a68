import { describe, expect, test } from 'vitest'
import { acceptPermessageDeflate } from './permessage-deflate-offer.ts'

const NO_TAKEOVER = 'permessage-deflate;server_no_context_takeover;client_no_context_takeover'

describe('an offer of permessage-deflate (RFC 7692 §7.1)', () => {
  test.each([
    ['permessage-deflate', NO_TAKEOVER],
    ['permessage-deflate; client_max_window_bits', `${NO_TAKEOVER};client_max_window_bits=15`],
    ['permessage-deflate; client_max_window_bits="10"', `${NO_TAKEOVER};client_max_window_bits=10`],
    ['permessage-deflate;client_no_context_takeover', NO_TAKEOVER],
    [
      'permessage-deflate; server_max_window_bits=15',
      'permessage-deflate;server_no_context_takeover;server_max_window_bits=15;client_no_context_takeover',
    ],
  ])('%s is accepted as Tomcat spells it, without context takeover', (offer, answer) => {
    expect(acceptPermessageDeflate([offer])).toBe(answer)
  })

  test.each([
    ['x-webkit-deflate-frame'],
    ['permessage-deflate; server_max_window_bits=10'],
    ['permessage-deflate; server_max_window_bits'],
    ['permessage-deflate; server_max_window_bits=16'],
    ['permessage-deflate; client_max_window_bits=07'],
    ['permessage-deflate; client_no_context_takeover=1'],
    ['permessage-deflate; client_no_context_takeover; client_no_context_takeover'],
    ['permessage-deflate; unknown'],
    ['permessage-deflate; a="'],
  ])('%s is declined', (offer) => {
    expect(acceptPermessageDeflate([offer])).toBe(null)
  })

  test('the first that can be fulfilled counts', () => {
    const offers = ['permessage-deflate; server_max_window_bits=10', 'permessage-deflate; client_max_window_bits=12']
    expect(acceptPermessageDeflate(offers)).toBe(`${NO_TAKEOVER};client_max_window_bits=12`)
  })

  test('whoever offers nothing gets nothing', () => {
    expect(acceptPermessageDeflate([])).toBe(null)
  })
})
