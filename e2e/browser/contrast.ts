type Colour = readonly [red: number, green: number, blue: number]

/** As `getComputedStyle` writes an opaque colour: `rgb(27, 31, 36)`. */
const parseColour = (text: string): Colour => {
  const [red, green, blue] = (/^rgb\((\d+), (\d+), (\d+)\)$/.exec(text) ?? []).slice(1).map(Number)
  if (red === undefined || green === undefined || blue === undefined) throw new Error(`"${text}" is no opaque colour`)
  return [red, green, blue]
}

/** WCAG 2.2, relative luminance. */
const luminance = (colour: Colour): number => {
  const [red, green, blue] = colour.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2, contrast ratio: 1 to 21. */
export const contrastRatio = (one: string, other: string): number => {
  const [lighter = 0, darker = 0] = [one, other].map((text) => luminance(parseColour(text))).toSorted((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}
