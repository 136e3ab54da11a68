import { describe, expect, it } from 'vitest'
import type { Token } from '../projection/token.ts'
import { TOKEN_OUTLINES } from '../styles/token-outline.ts'
import { ribbonWidth } from './draw-ribbon.ts'
import { tokenText } from './draw-token.ts'

const token: Token = {
  seq: 1,
  edge: 'client:A>webSocketSession',
  t: 0.5,
  shape: 'send',
  client: 'A',
  recipient: null,
  label: 'SEND',
  weight: 1,
  kept: false,
}

describe('a token', () => {
  it.each(Object.entries(TOKEN_OUTLINES))('%s fills its box and does not leave it', (_, outline) => {
    const points = outline(40, 12)
    const reach = Math.max(...points.map(([x, y]) => Math.max(Math.abs(x) / 40, Math.abs(y) / 12)))
    expect(points.length).toBeGreaterThanOrEqual(4)
    expect(reach).toBe(1)
  })

  it('says whose it is and what, and how many it stands for', () => {
    expect(tokenText(token)).toBe('A SEND')
    expect(tokenText({ ...token, label: 'MESSAGE', recipient: 'B' })).toBe('A→B MESSAGE')
    expect(tokenText({ ...token, weight: 12 })).toBe('A SEND ×12')
    expect(tokenText({ ...token, client: '', shape: 'error', label: 'ERROR' })).toBe('ERROR !')
  })
})

describe('a ribbon', () => {
  it('grows with the logarithm of the rate', () => {
    expect(ribbonWidth(1)).toBe(2)
    expect(ribbonWidth(100)).toBe(8)
  })
})
