import type { SvgLook } from '../projection/export/svg-look.ts'
import { clientHue } from '../styles/client-hue.ts'

/** The page's colours of now, with its fonts inside, so that a picture looks the same wherever it is opened. */
export async function exportLook(): Promise<SvgLook> {
  const style = getComputedStyle(document.documentElement)
  const value = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  return {
    paper: value('bg'),
    panel: value('panel'),
    ink: value('ink'),
    muted: value('muted'),
    outline: value('outline'),
    error: value('error'),
    warn: value('warn'),
    ok: value('ok'),
    accent: value('accent'),
    sans: value('font-sans').replaceAll('"', "'"),
    mono: value('font-mono').replaceAll('"', "'"),
    fontFaces: await fontFaces(),
    hue: (tag) => value(`client-${clientHue(tag)}`),
  }
}

/** What the languages of the page need of a font: letters of Latin and of Vietnamese. */
const NEEDED_RANGES = /U\+0*0-0*FF\b|U\+1EA0/i

async function fontFaces(): Promise<string> {
  const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules])
  const needed = rules.filter(
    (rule): rule is CSSFontFaceRule =>
      rule instanceof CSSFontFaceRule && NEEDED_RANGES.test(rule.style.getPropertyValue('unicode-range')),
  )
  return (await Promise.all(needed.map(embedded))).join('')
}

/** Without its font a picture is still a picture. */
async function embedded(rule: CSSFontFaceRule): Promise<string> {
  const [, address] = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src')) ?? []
  if (address === undefined) return ''
  const response = await fetch(new URL(address, rule.parentStyleSheet?.href ?? document.baseURI)).catch(() => null)
  if (response?.ok !== true) return ''
  const octets = new Uint8Array(await response.arrayBuffer())
  const base64 = btoa(Array.from(octets, (octet) => String.fromCharCode(octet)).join(''))
  const descriptors = ['font-family', 'font-weight', 'unicode-range']
    .map((name) => `${name}:${rule.style.getPropertyValue(name).replaceAll('"', "'")};`)
    .join('')
  return `@font-face{${descriptors}src:url(data:font/woff2;base64,${base64})}`
}
