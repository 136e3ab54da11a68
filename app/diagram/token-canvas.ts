import type { TokensSource } from '../playback/tokens-source.ts'
import type { Token } from '../projection/token.ts'
import type { EdgeTraffic } from '../projection/travel-index.ts'
import type { Point } from './box.ts'
import { type CanvasPalette, readCanvasPalette } from './canvas-palette.ts'
import type { DiagramGeometry } from './diagram-geometry.ts'
import { chevronsAt } from './draw-ribbon.ts'
import { tokenExtent } from './draw-token.ts'
import { placesOf } from './edge-lines.ts'
import type { DiagramFit } from './fit-diagram.ts'
import { type PathTable, pathTable, pointAt } from './path-table.ts'
import { type DevicePlace, RibbonSprites } from './ribbon-sprites.ts'
import { TokenSprites } from './token-sprites.ts'

/** How far tokens that are at the same place at the same time stand apart, and how far the outermost ones do. */
const APART = 28
const MOST_APART = 70
/** With reduced motion a token is seen at its source for the first part of its time, and at its target for the last. */
const STILL_PART = 0.34
/** Around a token, for fingers. */
const HIT_MARGIN = 8

/**
 * The one canvas over the diagram. It has no clock and no list of its own: each call of {@link draw} shows what the
 * source says is in flight (stack.md 4, c2).
 */
export class TokenCanvas {
  readonly #canvas: HTMLCanvasElement
  readonly #source: TokensSource
  readonly #tables = new Map<string, PathTable>()
  #geometry: DiagramGeometry
  #fit: DiagramFit
  #palette: CanvasPalette
  /** Null: none is drawn yet for this palette and place. */
  #sprites: Sprites | null = null
  #selection: number | null = null

  constructor(canvas: HTMLCanvasElement, source: TokensSource, geometry: DiagramGeometry, fit: DiagramFit) {
    this.#canvas = canvas
    this.#source = source
    this.#geometry = geometry
    this.#fit = fit
    this.#palette = readCanvasPalette(canvas)
  }

  /** For another size, layout, or row of clients. */
  place(geometry: DiagramGeometry, fit: DiagramFit): void {
    this.#geometry = geometry
    this.#fit = fit
    this.#tables.clear()
    this.#sprites = null
    this.draw()
  }

  /** For another theme. */
  recolour(): void {
    this.#palette = readCanvasPalette(this.#canvas)
    this.#sprites = null
    this.draw()
  }

  select(seq: number | null): void {
    this.#selection = seq
    this.draw()
  }

  draw(): void {
    const context = this.#prepare()
    if (context === null) return
    const traffic = new Map(this.#source.traffic().map((edge) => [edge.edge as string, edge]))
    const sprites = this.#spritesHere()
    this.#drawRibbons(
      context,
      [...traffic.values()].filter(({ level }) => level === 2),
      sprites,
    )

    const { scale, x, y } = sprites.place
    for (const { token, at, toTheLeft } of this.#placedTokens()) {
      const look = { level: levelOf(token, traffic), toTheLeft, selected: token.seq === this.#selection }
      const { image, middle } = sprites.tokens.of(context, token, look)
      context.globalAlpha = this.#source.still ? stillOpacity(token.t) : 1
      // Between two pixels a copy would have to be smoothed, and letters would blur.
      context.drawImage(image, Math.round(x + at.x * scale) - middle.x, Math.round(y + at.y * scale) - middle.y)
    }
    context.globalAlpha = 1
  }

  #drawRibbons(context: CanvasRenderingContext2D, traffic: readonly EdgeTraffic[], { place, ribbons }: Sprites): void {
    const time = this.#source.still ? 0 : this.#source.displayTime
    for (const { edge, perSecond } of traffic) {
      const table = this.#tableOf(edge)
      const { image, left, top } = ribbons.body(edge, table, perSecond)
      context.drawImage(image, left, top)
      for (const { tip, angle } of chevronsAt(table, time)) {
        const chevron = ribbons.chevron(angle, perSecond)
        const [x, y] = [place.x + tip.x * place.scale, place.y + tip.y * place.scale]
        context.drawImage(chevron.image, Math.round(x) - chevron.middle, Math.round(y) - chevron.middle)
      }
    }
  }

  #spritesHere(): Sprites {
    const ratio = devicePixelRatio
    const scale = this.#fit.scale * ratio
    // The same window may be moved to a finer screen.
    if (this.#sprites?.place.scale !== scale) {
      const place = { scale, x: this.#fit.x * ratio, y: this.#fit.y * ratio }
      this.#sprites = {
        place,
        tokens: new TokenSprites(this.#palette, scale),
        ribbons: new RibbonSprites(this.#palette.ribbon, place),
      }
    }
    return this.#sprites
  }

  /** @param at in CSS pixels of the canvas. @returns the seq of the uppermost token there */
  hit(at: Point): number | null {
    const context = this.#canvas.getContext('2d')
    if (context === null) return null
    context.font = this.#palette.font
    const { x, y, scale } = this.#fit
    const point = { x: (at.x - x) / scale, y: (at.y - y) / scale }
    const found = this.#placedTokens().findLast(({ token, at: middle }) => {
      const extent = tokenExtent(context, token, 0, this.#palette)
      return (
        Math.abs(point.x - middle.x) <= extent.x + HIT_MARGIN && Math.abs(point.y - middle.y) <= extent.y + HIT_MARGIN
      )
    })
    return found?.token.seq ?? null
  }

  /** Sized to device pixels, and cleared. */
  #prepare(): CanvasRenderingContext2D | null {
    const canvas = this.#canvas
    const context = canvas.getContext('2d')
    if (context === null) return null
    const ratio = devicePixelRatio
    const width = Math.round(canvas.clientWidth * ratio)
    const height = Math.round(canvas.clientHeight * ratio)
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width
      canvas.height = height
    }
    context.clearRect(0, 0, width, height)
    context.font = this.#palette.font
    return context
  }

  #placedTokens(): readonly { readonly token: Token; readonly at: Point; readonly toTheLeft: boolean }[] {
    const tokens = this.#source.tokens()
    const crowds = new Map<string, Token[]>()
    for (const token of tokens) crowds.set(slotOf(token), [...(crowds.get(slotOf(token)) ?? []), token])
    return tokens.map((token) => {
      const table = this.#tableOf(token.edge)
      const t = this.#source.still ? Math.round(token.t) : token.t
      const at = pointAt(table, t)
      const crowd = crowds.get(slotOf(token)) ?? [token]
      const apart = Math.min(APART, MOST_APART / crowd.length)
      const aside = (crowd.indexOf(token) - (crowd.length - 1) / 2) * apart
      const ahead = pointAt(table, Math.min(1, t + 0.05))
      const behind = pointAt(table, Math.max(0, t - 0.05))
      return { token, at: { x: at.x, y: at.y + aside }, toTheLeft: ahead.x < behind.x }
    })
  }

  #tableOf(edge: string): PathTable {
    const known = this.#tables.get(edge)
    if (known !== undefined) return known
    const [from, to] = placesOf(edge)
    const table = pathTable(this.#geometry.curveOf(from, to))
    this.#tables.set(edge, table)
    return table
  }
}

/** What is copied onto the canvas, drawn for one place and palette. */
interface Sprites {
  readonly place: DevicePlace
  readonly tokens: TokenSprites
  readonly ribbons: RibbonSprites
}

/** Tokens of one slot would lie upon each other. */
function slotOf({ edge, t }: Token): string {
  return `${edge} ${Math.round(t * 16)}`
}

function levelOf(token: Token, traffic: ReadonlyMap<string, EdgeTraffic>): 0 | 1 | 2 {
  if (token.kept) return 0
  return traffic.get(token.edge)?.level ?? 0
}

/** Fades out at the source, then in at the target. */
function stillOpacity(t: number): number {
  return Math.max(0, 1 - Math.min(t, 1 - t) / STILL_PART)
}
