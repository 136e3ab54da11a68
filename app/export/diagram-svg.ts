import type { Box } from '../diagram/box.ts'
import type { DiagramPicture } from '../diagram/diagram-view.ts'
import { svgArrow, svgPath } from '../diagram/edge-curve.ts'
import type { EdgeLine } from '../diagram/edge-lines.ts'
import { HEART_SIZE } from '../heart/heart-arcs.ts'
import { type SvgLook, svgDocument, svgText } from '../projection/export/svg-look.ts'
import type { Place } from '../projection/token.ts'
import type { BoxWords } from './diagram-words.ts'
import { heartSvg } from './heart-svg.ts'

export interface DrawnDiagram {
  readonly picture: DiagramPicture
  readonly places: readonly Place[]
  readonly lines: readonly EdgeLine[]
  /** Of the frame around what Spring has. */
  readonly application: string
  wordsOf(place: Place): BoxWords
}

const PAD = 8
const LINE = 17

/** The diagram at the cursor, drawn from what the page draws its own from: plain shapes and text. */
export function diagramSvg({ picture, places, lines, application, wordsOf }: DrawnDiagram, look: SvgLook): string {
  const { layout, boxOf } = picture.geometry
  const { springApplication: frame, endpointCard } = layout
  return svgDocument(layout.width, layout.height, look, [
    rectangle(frame, 16, `fill="none" stroke="${look.outline}" stroke-dasharray="5 5"`),
    svgText(application, { x: frame.x + 12, y: frame.y + 18, width: 200, look: 'quiet' }),
    rectangle(endpointCard, 12, `fill="none" stroke="${look.outline}"`),
    ...lines.map((line) => edge(line, picture, look)),
    ...places.map((place) => box(place, boxOf(place), wordsOf(place), picture, look)),
  ])
}

function rectangle({ x, y, width, height }: Box, radius: number, paint: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" ${paint}/>`
}

function edge({ id, curve }: EdgeLine, { travelled, untaken }: DiagramPicture, look: SvgLook): string {
  const traveller = travelled.get(id)
  const colour = traveller === undefined ? look.outline : look.hue(traveller)
  const paint = `stroke="${colour}" stroke-width="${traveller === undefined ? 1.5 : 2.6}" fill="none"`
  const dotted = untaken.has(id) ? ' stroke-dasharray="2 5"' : ''
  const point = svgArrow(curve)
  return `<path d="${svgPath(curve)}" ${paint}${dotted}/>${point === '' ? '' : `<path d="${point}" fill="${colour}"/>`}`
}

function box(place: Place, area: Box, words: BoxWords, { active, geometry }: DiagramPicture, look: SvgLook): string {
  const isActive = active.has(place)
  const client = place.startsWith('client:') ? place.slice('client:'.length) : null
  const stroke = isActive ? look.ink : client === null ? look.outline : look.hue(client)
  const paint = `fill="${look.panel}" stroke="${stroke}" stroke-width="${isActive ? 2.6 : 1.3}"`
  const radius = CHANNELS.has(place) ? 19 : PARTS.has(place) ? 6 : 12
  const { heart } = words
  return [
    rectangle(area, radius, paint),
    ...textOf(place, area, words, geometry.layout.brokerChannelLabel),
    ...(heart === undefined ? [] : [heartSvg(heart, heartPlace(area), look)]),
  ].join('')
}

/** In the upper corner, beside the title. */
const heartPlace = ({ x, y, width }: Box) => ({ x: x + width - PAD - HEART_SIZE / 2, y: y + PAD / 2 + HEART_SIZE / 2 })

const PARTS: ReadonlySet<Place> = new Set([
  'httpEndpoint',
  'sockJsService',
  'webSocketSession',
  'stompSubProtocolHandler',
])
const CHANNELS: ReadonlySet<Place> = new Set(['clientInboundChannel', 'clientOutboundChannel', 'brokerChannel'])

function textOf(
  place: Place,
  area: Box,
  { title, lines, heart }: BoxWords,
  besideBrokerChannel: Box,
): readonly string[] {
  const centre = area.x + area.width / 2
  if (place === 'brokerChannel') {
    const { x, y } = besideBrokerChannel
    const words = [...title.split(/(?=Channel)/), ...lines.flatMap(({ text }) => text.split(' '))]
    return words.map((word, index) =>
      svgText(word, { x, y: y + LINE * index, width: 80, look: index < 2 ? 'strong' : 'quiet' }),
    )
  }
  if (CHANNELS.has(place)) {
    const around = { x: centre, width: area.width + 40, anchor: 'middle' } as const
    return [
      svgText(title, { ...around, y: area.y - PAD, look: 'strong' }),
      ...lines.map(({ text }) => svgText(text, { ...around, y: area.y + area.height + LINE, look: 'quiet' })),
    ]
  }
  const inside = { x: area.x + PAD, width: area.width - 2 * PAD }
  return [
    svgText(title, {
      ...inside,
      width: inside.width - (heart === undefined ? 0 : HEART_SIZE),
      y: area.y + 20,
      look: PARTS.has(place) ? 'strong' : 'title',
    }),
    ...lines.flatMap(({ text, look }, index) => {
      const y = area.y + 20 + LINE * (index + 1)
      return y > area.y + area.height - 4 ? [] : [svgText(text, { ...inside, y, look })]
    }),
  ]
}
