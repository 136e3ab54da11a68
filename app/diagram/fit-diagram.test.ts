import { describe, expect, it } from 'vitest'
import { fitDiagram } from './fit-diagram.ts'

describe('the fit of the diagram', () => {
  it('takes the wide layout on a wide stage and the tall one on a square stage', () => {
    expect(fitDiagram(976, 421)?.layout.name).toBe('wide')
    expect(fitDiagram(900, 700)?.layout.name).toBe('tall')
  })

  it('does not let the type balloon on a large screen', () => {
    expect(fitDiagram(2400, 1400)?.scale).toBe(1.25)
  })

  it('keeps full names while the smallest label has 12 px', () => {
    expect(fitDiagram(976, 421)?.shortLabels).toBe(false)
    expect(fitDiagram(800, 380)?.shortLabels).toBe(true)
  })

  it('gives up where even short names cannot be read', () => {
    expect(fitDiagram(500, 300)).toBeNull()
  })
})
