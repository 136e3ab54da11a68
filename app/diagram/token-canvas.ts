import type { TokensSource } from '../playback/tokens-source.ts'
import type { DetailLevel, Token } from '../projection/token.ts'
import type { EdgeTraffic } from '../projection/travel-index.ts'
import type { Point } from './box.ts'
import { type CanvasPalette, readCanvasPalette } from './canvas-palette.ts'
import type { DiagramGeometry } from './diagram-geometry.ts'
import { chevronsAt } from './draw-ribbon.ts'
import { tokenExtent } from './draw-token.ts'
import { isInsideEndpoint, placesOf } from './edge-lines.ts'
import type { DiagramFit } from './fit-diagram.ts'
import { type PathTable, pathTable, pointAt } from './path-table.ts'
import { isBelow, type RateSign, rateSign } from './rate-sign.ts'
import { type DevicePlace, RibbonSprites } from './ribbon-sprites.ts'
import { TokenSprites } from './token-sprites.ts'
import { WorkerPainter } from './worker-painter.ts'

/** How far tokens that are at the same place at the same time stand apart, and how far the outermost ones do. */
const APART = 28
const MOST_APART = 70
/** With reduced motion a token is seen at its source for the first part of its time, and at its target for the last. */
const STILL_PART = 0.34
/** Half of a token that stands for many, in pixels; what is less than that below a number is not missed. */
const COUNT_HALF = { x: 10, y: 6 }
/** Around a token, for fingers. */
const HIT_MARGIN = 8

/**
 * The one canvas over the diagram. It has no clock and no list of its own: each call of {@link draw} shows what the
 * source says is in flight (stack.md 4, c2), as copies of sprites that a worker puts onto the canvas.
 */
export class TokenCanvas {
  readonly #canvas: HTMLCanvasElement
  readonly #source: TokensSource
  readonly #painter: WorkerPainter
  /** Measures what is written. */
  readonly #ruler = new OffscreenCanvas(1, 1).getContext('2d')
  readonly #tables = new Map<string, PathTable>()
  readonly #signs = new Map<string, RateSign | null>()
  #geometry: DiagramGeometry
  #fit: DiagramFit
  #palette: CanvasPalette
  /** Null: nothing is drawn yet for this palette and place. */
  #sprites: Sprites | null = null
  #selection: number | null = null

  constructor(canvas: HTMLCanvasElement, source: TokensSource, geometry: DiagramGeometry, fit: DiagramFit) {
    this.#canvas = canvas
    this.#source = source
    this.#painter = new WorkerPainter(canvas)
    this.#geometry = geometry
    this.#fit = fit
    this.#palette = readCanvasPalette(canvas)
  }

  /** For another size, layout, or row of clients. */
  place(geometry: DiagramGeometry, fit: DiagramFit): void {
    this.#geometry = geometry
    this.#fit = fit
    this.#tables.clear()
    this.#signs.clear()
    this.#drawAnew()
  }

  /** For another theme. */
  recolour(): void {
    this.#palette = readCanvasPalette(this.#canvas)
    this.#drawAnew()
  }

  select(seq: number | null): void {
    this.#selection = seq
    this.draw()
  }

  close(): void {
    this.#painter.close()
  }

  draw(): void {
    const ruler = this.#ruler
    if (ruler === null) return
    const { ribbons, tokens } = this.#scene()
    const sprites = this.#spritesHere()
    ruler.font = this.#palette.font
    const copies = this.#ribbons(ribbons, sprites)

    const { scale, x, y } = sprites.place
    for (const { token, at, toTheLeft, level } of tokens) {
      const look = { level, toTheLeft, selected: token.seq === this.#selection }
      const { sprite, middle } = sprites.tokens.of(ruler, token, look)
      const opacity = this.#source.still ? stillOpacity(token.t) : 1
      // Between two pixels a copy would have to be smoothed, and letters would blur.
      copies.push(sprite, Math.round(x + at.x * scale) - middle.x, Math.round(y + at.y * scale) - middle.y, opacity)
    }
    this.#painter.paint({ width: sprites.width, height: sprites.height, copies: Float32Array.from(copies) })
  }

  /** What is seen now. */
  #scene(): { readonly ribbons: readonly EdgeTraffic[]; readonly tokens: readonly PlacedToken[] } {
    const traffic = new Map(this.#source.traffic().map((edge) => [edge.edge as string, edge]))
    const ribbons = [...traffic.values()].filter(({ level, edge }) => level === 2 && this.#signOf(edge) !== null)
    const tokens = this.#placedTokens()
      .map((placed) => ({ ...placed, level: levelOf(placed.token, traffic) }))
      .filter(({ token, at, level }) => level < 2 || !this.#isOutOfSight(token, at, ribbons))
    return { ribbons, tokens }
  }

  /** What only stands for many passes below the numbers, and is not seen inside the endpoint, whose words are there. */
  #isOutOfSight(token: Token, at: Point, ribbons: readonly EdgeTraffic[]): boolean {
    if (this.#signOf(token.edge) === null) return true
    const { x, y, scale } = this.#fit
    const place = { x: x + at.x * scale, y: y + at.y * scale }
    return ribbons.some(({ edge }) => {
      const sign = this.#signOf(edge)
      return sign !== null && isBelow(sign, place, COUNT_HALF)
    })
  }

  #drawAnew(): void {
    this.#dropSprites()
    this.draw()
  }

  #dropSprites(): void {
    this.#sprites?.tokens.drop()
    this.#sprites?.ribbons.drop()
    this.#sprites = null
  }

  /** As copies of sprites, see `CanvasPicture`. */
  #ribbons(traffic: readonly EdgeTraffic[], { place, ribbons }: Sprites): number[] {
    const copies: number[] = []
    const time = this.#source.still ? 0 : this.#source.displayTime
    for (const { edge, perSecond } of traffic) {
      const table = this.#tableOf(edge)
      const body = ribbons.body(edge, table, perSecond)
      copies.push(body.sprite, body.left, body.top, 1)
      for (const { tip, angle } of chevronsAt(table, time)) {
        const { sprite, middle } = ribbons.chevron(angle, perSecond)
        const [x, y] = [place.x + tip.x * place.scale, place.y + tip.y * place.scale]
        copies.push(sprite, Math.round(x) - middle, Math.round(y) - middle, 1)
      }
    }
    return copies
  }

  #spritesHere(): Sprites {
    const ratio = devicePixelRatio
    const scale = this.#fit.scale * ratio
    // The same window may be moved to a finer screen.
    if (this.#sprites?.place.scale !== scale) {
      this.#dropSprites()
      const place = { scale, x: this.#fit.x * ratio, y: this.#fit.y * ratio }
      this.#sprites = {
        place,
        width: Math.round(this.#canvas.clientWidth * ratio),
        height: Math.round(this.#canvas.clientHeight * ratio),
        tokens: new TokenSprites(this.#painter, this.#palette, scale),
        ribbons: new RibbonSprites(this.#painter, this.#palette.ribbon, place),
      }
    }
    return this.#sprites
  }

  /** @param at in CSS pixels of the canvas. @returns the seq of the uppermost token there */
  hit(at: Point): number | null {
    const ruler = this.#ruler
    if (ruler === null) return null
    ruler.font = this.#palette.font
    const { x, y, scale } = this.#fit
    const point = { x: (at.x - x) / scale, y: (at.y - y) / scale }
    const found = this.#scene().tokens.findLast(({ token, at: middle }) => {
      const extent = tokenExtent(ruler, token, 0, this.#palette)
      return (
        Math.abs(point.x - middle.x) <= extent.x + HIT_MARGIN && Math.abs(point.y - middle.y) <= extent.y + HIT_MARGIN
      )
    })
    return found?.token.seq ?? null
  }

  #placedTokens(): readonly Omit<PlacedToken, 'level'>[] {
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

  /** Null: the edge lies inside the endpoint and has none. */
  #signOf(edge: string): RateSign | null {
    const known = this.#signs.get(edge)
    if (known !== undefined) return known
    const sign = isInsideEndpoint(this.#geometry, edge) ? null : rateSign(edge, this.#geometry, this.#fit)
    this.#signs.set(edge, sign)
    return sign
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

interface PlacedToken {
  readonly token: Token
  readonly level: DetailLevel
  readonly at: Point
  readonly toTheLeft: boolean
}

/** What is copied onto the canvas, drawn for one place and palette. */
interface Sprites {
  readonly place: DevicePlace
  /** Of the canvas, in device pixels. */
  readonly width: number
  readonly height: number
  readonly tokens: TokenSprites
  readonly ribbons: RibbonSprites
}

/** Tokens of one slot would lie upon each other. */
function slotOf({ edge, t }: Token): string {
  return `${edge} ${Math.round(t * 16)}`
}

function levelOf(token: Token, traffic: ReadonlyMap<string, EdgeTraffic>): DetailLevel {
  if (token.kept) return 0
  return traffic.get(token.edge)?.level ?? 0
}

/** Fades out at the source, then in at the target. */
function stillOpacity(t: number): number {
  return Math.max(0, 1 - Math.min(t, 1 - t) / STILL_PART)
}
