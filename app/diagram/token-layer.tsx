import { useEffect, useRef, useState } from 'react'
import { usePlayback, useTokensSource } from '../playback/use-projection.ts'
import type { DiagramGeometry } from './diagram-geometry.ts'
import type { DiagramFit } from './fit-diagram.ts'
import { TokenCanvas } from './token-canvas.ts'

interface TokenLayerProps {
  readonly geometry: DiagramGeometry
  readonly fit: DiagramFit
  /** The diagram around the canvas: a press on a token is the token's, whatever box lies below. */
  readonly surface: HTMLElement | null
}

export function TokenLayer({ geometry, fit, surface }: TokenLayerProps) {
  const source = useTokensSource()
  const selection = usePlayback((state) => state.selection)
  const select = usePlayback((state) => state.select)
  const element = useRef<HTMLDivElement>(null)
  const [canvas, setCanvas] = useState<TokenCanvas | null>(null)
  const placed = useRef({ geometry, fit })
  placed.current = { geometry, fit }

  useEffect(() => {
    if (element.current === null) return
    // Whoever paints a canvas has it for good, so each painter gets its own.
    const drawn = element.current.appendChild(document.createElement('canvas'))
    const created = new TokenCanvas(drawn, source, placed.current.geometry, placed.current.fit)
    setCanvas(created)
    const unsubscribe = source.subscribe(() => created.draw())
    return () => {
      unsubscribe()
      created.close()
      drawn.remove()
    }
  }, [source])

  useEffect(() => canvas?.place(geometry, fit), [canvas, geometry, fit])
  useEffect(() => canvas?.select(selection), [canvas, selection])

  useEffect(() => {
    if (canvas === null) return
    const theme = new MutationObserver(() => canvas.recolour())
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    const colours = matchMedia('(forced-colors: active)')
    const recolour = () => canvas.recolour()
    colours.addEventListener('change', recolour)
    void document.fonts.ready.then(recolour)
    return () => {
      theme.disconnect()
      colours.removeEventListener('change', recolour)
    }
  }, [canvas])

  useEffect(() => {
    if (canvas === null || surface === null) return
    const choose = (press: MouseEvent) => {
      // A port is there to be pressed, whatever passes over it.
      if (press.target instanceof Element && press.target.closest('[data-gate]') !== null) return
      const { left, top } = surface.getBoundingClientRect()
      const seq = canvas.hit({ x: press.clientX - left, y: press.clientY - top })
      if (seq === null) return
      press.stopPropagation()
      select(seq)
    }
    surface.addEventListener('click', choose, { capture: true })
    return () => surface.removeEventListener('click', choose, { capture: true })
  }, [canvas, surface, select])

  return <div ref={element} className="token-layer" aria-hidden />
}
