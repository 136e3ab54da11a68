import { describe, expect, it } from 'vitest'
import { createNotesCompiler } from './notes-compiler.ts'

const compiler = createNotesCompiler()

const PATH = 'content/notes/en/08-the-map.mdx'
const chapter = (text: string, frontMatter = 'chapter: 8\ntitle: The map\nsummary: Four things are configured.') =>
  compiler.compile(`---\n${frontMatter}\n---\n\n${text}`, PATH)

describe('the front matter of a chapter', () => {
  it('is an export of the module', async () => {
    expect(await chapter('Text.')).toMatch(/export const frontmatter = \{\s*"chapter": 8,\s*"title": "The map"/)
  })

  it('is wrong where a field is none or of another kind, and the file and the field are named', async () => {
    await expect(chapter('', 'chapter: one\ntitle: x\nsummary: y.')).rejects.toThrow(
      'front matter: chapter: Invalid type: Expected number but received "one"',
    )
    await expect(chapter('', 'chapter: 8\ntitle: x')).rejects.toThrow('front matter: summary: Invalid key')
    await expect(chapter('', 'chapter: 8\ntitle: x\nsummary: y.\nlevel: 3')).rejects.toThrow('front matter: level:')
    await expect(chapter('', 'chapter: 9\ntitle: x\nsummary: y.')).rejects.toThrow('is not the 8 of the file')
  })

  it('is missed where there is none', async () => {
    await expect(compiler.compile('Text.', PATH)).rejects.toThrow('a chapter begins with ---')
  })
})

describe('headings', () => {
  it('have the address of their words, one level below the title of the chapter', async () => {
    const module = await chapter('## Điều gì *xảy ra*?\n\n### Part')
    expect(module).toMatch(/_components\.h3, \{\s*id: "dieu-gi-xay-ra"/)
    expect(module).toMatch(/_components\.h4, \{\s*id: "part"/)
  })

  it('are sections or parts of one', async () => {
    await expect(chapter('# The map')).rejects.toThrow('its title stands in the front matter')
    await expect(chapter('## One\n\n## One')).rejects.toThrow('two headings are #one')
  })
})

describe('code samples', () => {
  it('are coloured when they are compiled, and keep what they are checked against', async () => {
    const module = await chapter('```stomp scenario="the-map/greeting"\nSEND\ndestination:/app/hello\n\n{}^@\n```')
    expect(module).toContain('"data-language": "stomp"')
    expect(module).toContain('scenario=\\"the-map/greeting\\"')
    expect(module).toMatch(/style: \{\s*color: "var\(--code-token-keyword\)"\s*\},\s*children: "SEND"/)
    expect(module).toMatch(/color: "var\(--code-token-constant\)"\s*\},\s*children: "\^@"/)
  })

  it.each(['java', 'json', 'http', 'js'])('may be %s', async (language) => {
    expect(await chapter(`\`\`\`${language}\nx\n\`\`\``)).toContain(`"data-language": "${language}"`)
  })

  it('are in no other language', async () => {
    await expect(chapter('```perl\nx\n```')).rejects.toThrow('not perl')
  })
})

describe('components', () => {
  it('are those that there are, with their attributes', async () => {
    await expect(chapter('<Sohw stations="client">x</Sohw>')).rejects.toThrow('<Sohw>: chapters know')
    await expect(chapter('A <Show>box</Show>.')).rejects.toThrow('<Show>: it needs stations or frames')
    await expect(chapter('<Correction source="RFC" kind="x">y</Correction>')).rejects.toThrow('it takes no kind')
  })

  it('name stations, parts of layers and terms that there are', async () => {
    await expect(chapter('A <Show stations="client inbound">box</Show>.')).rejects.toThrow('inbound is no station')
    await expect(chapter('A <Show frames="websocket.finn" scenario="a/b">bit</Show>.')).rejects.toThrow(
      'websocket.finn is no part of a layer',
    )
    await expect(chapter('A <Show frames="websocket.fin">bit</Show>.')).rejects.toThrow('frames need a scenario')
    await expect(chapter('A <Term name="endpunkt">x</Term>.')).rejects.toThrow('endpunkt is not in the glossary')
  })
})

describe('paragraphs', () => {
  it('know the stations that they show, define or name, and their claims', async () => {
    const module = await chapter(
      '<Show stations="brokerChannel">It</Show> and `clientInboundChannel`: a <Term name="handshake">shake</Term> ' +
        'of the client. <Claim name="the-map/one">One.</Claim> <Claim name="the-map/two">Two.</Claim>',
    )
    expect(module).toContain('"data-stations": "brokerChannel clientInboundChannel httpEndpoint"')
    expect(module).toContain('"data-claims": "the-map/one the-map/two"')
  })

  it('that are about nothing are left as they are', async () => {
    expect(await chapter('Just words of a client.')).not.toContain('data-')
  })
})

it('tables and lists of tasks are Markdown too', async () => {
  expect(await chapter('| a | b |\n|---|---|\n| 1 | 2 |')).toContain('_components.table')
})
