import type { TokenShape } from '../projection/token.ts'

/** Corners of a token around its middle, x and y in turn, for a token that travels to the right. */
export type Outline = readonly (readonly [x: number, y: number])[]

/** @param w half the width. @param h half the height. */
type OutlineOf = (w: number, h: number) => Outline

const hexagon: OutlineOf = (w, h) => [
  [-w + h * 0.6, -h],
  [w - h * 0.6, -h],
  [w, 0],
  [w - h * 0.6, h],
  [-w + h * 0.6, h],
  [-w, 0],
]
const octagon: OutlineOf = (w, h) => [
  [-w + h * 0.6, -h],
  [w - h * 0.6, -h],
  [w, -h * 0.4],
  [w, h * 0.4],
  [w - h * 0.6, h],
  [-w + h * 0.6, h],
  [-w, h * 0.4],
  [-w, -h * 0.4],
]
const rectangle: OutlineOf = (w, h) => [
  [-w, -h],
  [w, -h],
  [w, h],
  [-w, h],
]
/** Steps of a quarter of a circle. */
const ROUNDING = [0, 1, 2, 3, 4].map((step) => (step * Math.PI) / 8)
/** An HTTP message: corners as round as its height allows for. */
const roundedBox: OutlineOf = (w, h) => {
  const r = h * 0.7
  const corner = (signX: number, signY: number) =>
    ROUNDING.map((angle) => [signX * (w - r + r * Math.sin(angle)), signY * (h - r + r * Math.cos(angle))] as const)
  return [...corner(1, -1), ...corner(1, 1).toReversed(), ...corner(-1, 1), ...corner(-1, -1).toReversed()]
}
/** A bookmark on its side: notched behind. */
const tab: OutlineOf = (w, h) => [
  [-w, -h],
  [w, -h],
  [w, h],
  [-w, h],
  [-w + h * 0.7, 0],
]
/** The tab with its front cut as well. */
const cutTab: OutlineOf = (w, h) => [
  [-w, -h],
  [w, -h],
  [w - h * 0.7, 0],
  [w, h],
  [-w, h],
  [-w + h * 0.7, 0],
]
const arrow: OutlineOf = (w, h) => [
  [-w, -h],
  [w - h * 0.8, -h],
  [w, 0],
  [w - h * 0.8, h],
  [-w, h],
]
const diamond: OutlineOf = (w, h) => [
  [-w + h, -h],
  [w - h, -h],
  [w, 0],
  [w - h, h],
  [-w + h, h],
  [-w, 0],
]
/** Two notches, as where a ticket is torn off. */
const ticket: OutlineOf = (w, h) => [
  [-w, -h],
  [w - h * 0.9, -h],
  [w - h * 0.6, -h * 0.55],
  [w - h * 0.3, -h],
  [w, -h],
  [w, h],
  [w - h * 0.3, h],
  [w - h * 0.6, h * 0.55],
  [w - h * 0.9, h],
  [-w, h],
]
/** A door leaf, its upper corner ajar. */
const door: OutlineOf = (w, h) => [
  [-w, -h],
  [w - h * 0.5, -h],
  [w, -h * 0.6],
  [w, h],
  [-w, h],
]

/** Shape says what (ux.md c.2). */
export const TOKEN_OUTLINES: Readonly<Record<TokenShape, OutlineOf>> = {
  connect: hexagon,
  subscribe: tab,
  unsubscribe: cutTab,
  send: arrow,
  message: rectangle,
  ack: rectangle,
  nack: rectangle,
  receipt: ticket,
  transaction: rectangle,
  error: octagon,
  'http-request': roundedBox,
  'http-response': roundedBox,
  heartbeat: diamond,
  disconnect: door,
  event: diamond,
}

/** `open`: an outline on paper; `faint`: part of the hue; `marked`: filled, in the colour of errors. */
export type TokenFill = 'solid' | 'faint' | 'open' | 'marked'

export const TOKEN_FILLS: Readonly<Record<TokenShape, TokenFill>> = {
  connect: 'solid',
  subscribe: 'solid',
  unsubscribe: 'open',
  send: 'solid',
  message: 'faint',
  ack: 'solid',
  nack: 'open',
  receipt: 'open',
  transaction: 'open',
  error: 'marked',
  'http-request': 'open',
  'http-response': 'solid',
  heartbeat: 'solid',
  disconnect: 'open',
  event: 'open',
}

/** Lines drawn upon the body, in the same units as the outline. */
export const TOKEN_MARKS: Readonly<Partial<Record<TokenShape, OutlineOf>>> = {
  /** The flap; shallow on a long envelope, where a label lies below it. */
  message: (w, h) => [
    [-w, -h],
    [0, w > h * 1.5 ? -h * 0.4 : h * 0.2],
    [w, -h],
  ],
  ack: (_, h) => [
    [-h * 0.5, 0],
    [-h * 0.1, h * 0.45],
    [h * 0.55, -h * 0.45],
  ],
  nack: (_, h) => [
    [-h * 0.45, -h * 0.45],
    [h * 0.45, h * 0.45],
    [0, 0],
    [h * 0.45, -h * 0.45],
    [-h * 0.45, h * 0.45],
  ],
}
