import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ESTree, parseSync, Visitor } from 'vite'
import { describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** An `import()` whose target only running the code would tell. */
const COMPUTED = 'a computed import'

/** From the bottom up: each may import from what stands before it. */
const SPRING = [
  'server/runtime',
  'server/websocket',
  'server/http',
  'server/sockjs',
  'server/messaging',
  'server/stomp',
  'server/broker',
  'server/example',
]
const PURE_SERVER = [
  ...SPRING,
  'server/trace',
  'server/tracing',
  'server/lab',
  'server/faults',
  'server/gates',
  'server/memory',
  'server/golden',
  'server',
]

const VIEWS = [
  'app/diagram',
  'app/inspector',
  'app/notes',
  'app/sequence',
  'app/timeline',
  'app/transport-bar',
  'app/twin',
]
const VIEW_MAY_IMPORT = [
  'app/projection',
  'app/projection/filter',
  'app/projection/layers',
  'app/projection/sequence',
  'app/projection/timeline',
  'app/playback',
  'app/heart',
  'app/language',
  'app/spotlight',
  'app/styles',
  '#trace',
  'react',
  'lucide-react',
]

/**
 * Who may import whom: folders, doors (`#…`) and packages. A folder missing here may not exist; an edge missing here
 * may not either. A type import is an import.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'server/trace': [],
  'server/runtime': [],
  'server/websocket': ['server/runtime', 'fflate'],
  'server/http': ['server/websocket', '@noble/hashes'],
  'server/sockjs': ['server/http', 'server/websocket', 'server/runtime'],
  'server/messaging': ['server/websocket', 'server/runtime'],
  'server/stomp': ['server/messaging', 'server/websocket', 'server/runtime'],
  'server/broker': ['server/messaging', 'server/runtime'],
  'server/example': ['server/messaging', 'server/runtime'],
  'server/tracing': [...SPRING, 'server/trace'],
  'server/faults': ['server/http', 'server/websocket', 'server/runtime', 'server/trace'],
  'server/gates': ['server/runtime', 'server/trace'],
  'server/lab': [...SPRING, 'server/faults', 'server/gates', 'server/trace', 'server/tracing', 'server', 'valibot'],
  'server/memory': ['server/http', 'server/websocket', 'server/runtime'],
  'server/bench': [],
  'server/golden': ['server', 'server/http', 'server/memory', 'server/trace'],
  server: PURE_SERVER,
  'server/node': [
    'server',
    'server/golden',
    'server/http',
    'server/lab',
    'server/runtime',
    'server/sockjs',
    'server/trace',
    'server/websocket',
    'node:*',
    'sirv',
    'vite',
    'ws',
    // The development server loads the bundle that it has made.
    COMPUTED,
  ],
  'server/node/conformance': ['server/node', 'node:*', 'vitest', 'ws'],
  'server/node/bench': ['server/bench', 'server/lab', 'server/node', 'node:*', 'stomp-broker-js'],

  'app/projection': ['app/projection/filter', 'app/projection/timeline', '#trace', 'content/phrases/en'],
  'app/projection/export': ['app/projection', 'app/projection/layers', 'app/projection/sequence', '#trace'],
  'app/projection/filter': ['app/projection', '#trace'],
  'app/projection/search': ['app/projection', 'app/projection/filter', 'app/projection/timeline', '#trace'],
  'app/projection/layers': ['content/departures', '#trace', 'fflate'],
  'app/projection/sequence': ['app/projection', '#trace'],
  'app/projection/timeline': ['app/projection', 'app/projection/filter', '#trace'],
  'app/trace': ['#trace', 'react', 'zustand'],
  'app/backend': ['#trace', '#simulation', 'content/recordings', 'content/scenarios', 'valibot'],
  'app/playback': [
    'app/backend',
    'app/trace',
    'app/projection',
    'app/projection/filter',
    'app/projection/search',
    'app/projection/timeline',
    '#trace',
    'react',
    'zustand',
  ],
  'app/language': ['app/projection', 'content/phrases', 'react'],
  'app/styles': ['app/projection', '#trace', 'lucide-react', 'react'],
  'app/heart': ['app/language', 'app/playback', 'app/projection', 'content/phrases', '#trace', 'lucide-react', 'react'],
  'app/diagram': [...VIEW_MAY_IMPORT, '@xyflow/react'],
  'app/inspector': [...VIEW_MAY_IMPORT, 'content/phrases'],
  'app/notes': [
    ...VIEW_MAY_IMPORT,
    'app/scroll',
    'app/search',
    'content/glossary',
    'content/notes',
    'content/notes-compiler',
    'content/phrases',
    'mdx',
    'zustand',
  ],
  'app/sequence': [...VIEW_MAY_IMPORT, '@tanstack/react-virtual'],
  'app/find': VIEW_MAY_IMPORT,
  'app/timeline': [...VIEW_MAY_IMPORT, 'app/find', 'content/phrases'],
  'app/transport-bar': VIEW_MAY_IMPORT,
  'app/twin': [...VIEW_MAY_IMPORT, 'app/scroll'],
  'app/scroll': [],
  'app/search': [
    'content/glossary',
    'content/notes/en',
    'content/notes/vi',
    'content/notes-compiler',
    'content/phrases',
    'minisearch',
  ],
  'app/spotlight': ['app/projection/layers', 'content/glossary', '#trace', 'react', 'zustand'],
  'app/client': [
    'app/backend',
    'app/heart',
    'app/language',
    'app/playback',
    'app/projection',
    'app/spotlight',
    'app/styles',
    'content/glossary',
    'content/phrases',
    '#sockjs',
    '#trace',
    '@stomp/stompjs',
    'lucide-react',
    'react',
    'sockjs-client',
    'valibot',
    'zustand',
  ],
  'app/composer': [
    'app/client',
    'app/language',
    'app/playback',
    'app/projection/layers',
    'app/styles',
    '#trace',
    'lucide-react',
    'react',
    'zustand',
  ],
  'app/proof': [
    'app/backend',
    'app/client',
    'app/composer',
    'app/language',
    'app/playback',
    'app/recording',
    'app/styles',
    'app/trace',
    'content/claims',
    'content/player',
    'content/predictions',
    'content/scenarios',
    '#trace',
    'lucide-react',
    'react',
  ],
  'app/first-run': ['app/backend', 'app/client', 'app/playback', 'app/projection', '#trace'],
  'app/recording': [
    'app/backend',
    'app/language',
    'app/playback',
    'content/phrases',
    '#trace',
    'lucide-react',
    'react',
  ],
  'app/export': [
    'app/diagram',
    'app/heart',
    'app/language',
    'app/playback',
    'app/projection',
    'app/projection/export',
    'app/projection/sequence',
    'app/styles',
    '#trace',
    'lucide-react',
    'react',
  ],
  'app/faults': [
    'app/client',
    'app/language',
    'app/projection',
    'app/styles',
    'content/phrases',
    '#trace',
    'lucide-react',
    'react',
  ],
  'app/configuration': [
    'app/backend',
    'app/client',
    'app/language',
    'app/playback',
    'app/projection',
    'app/styles',
    '#trace',
    'lucide-react',
    'react',
    'valibot',
  ],
  'app/gates': [
    'app/backend',
    'app/client',
    'app/language',
    'app/projection',
    'app/styles',
    '#trace',
    'lucide-react',
    'react',
  ],
  'app/url': ['app/backend', 'app/language', 'app/playback', 'content/phrases'],
  'app/shell': [
    ...VIEWS,
    'app/language',
    'app/playback',
    'app/recording',
    'app/styles',
    'content/phrases',
    '#trace',
    'lucide-react',
    'react',
    'react-dom',
  ],
  app: [
    ...VIEWS,
    'app/find',
    'app/backend',
    'app/client',
    'app/composer',
    'app/configuration',
    'app/export',
    'app/faults',
    'app/first-run',
    'app/gates',
    'app/heart',
    'app/language',
    'app/playback',
    'app/proof',
    'app/recording',
    'app/shell',
    'app/spotlight',
    'app/styles',
    'app/trace',
    'app/url',
    'react',
    'react-dom',
  ],

  'content/claims': ['#trace', '@noble/hashes'],
  'content/misconceptions': [],
  'content/departures': [],
  'content/glossary': ['#trace'],
  'content/notes-compiler': [
    'app/projection/layers',
    'content/glossary',
    '#trace',
    '@mdx-js/rollup',
    '@shikijs/rehype',
    'remark-frontmatter',
    'remark-gfm',
    'remark-mdx-frontmatter',
    'shiki',
    'valibot',
    'vite',
  ],
  'content/phrases': ['content/phrases/en', 'content/phrases/vi'],
  'content/phrases/en': [],
  'content/phrases/vi': ['content/phrases/en'],
  'content/player': ['#trace', '#simulation', 'content/scenarios'],
  'content/predictions': [],
  'content/scenarios': ['#trace'],
  'content/verification': [
    'app/projection/layers',
    'content/claims',
    'content/misconceptions',
    'content/notes-compiler',
    'content/player',
    'content/predictions',
    'content/scenarios',
    '#trace',
    '@mdx-js/rollup',
    'remark-frontmatter',
    'remark-gfm',
  ],

  e2e: [
    'content/phrases',
    'e2e/browser',
    'scripts',
    '#trace',
    '#simulation',
    '@playwright/test',
    '@stomp/stompjs',
    'node:*',
    'vite',
    'ws',
  ],
  'e2e/browser': [
    'app/playback',
    'app/projection',
    '#trace',
    '@axe-core/playwright',
    '@playwright/test',
    'node:*',
    'ws',
  ],
  scripts: ['node:*', 'playwright-core', 'sirv', 'vite', COMPUTED],
}

/** Files that may consist of nothing but re-exports: the doors of package.json that are one. */
const BARRELS = ['server/trace/index.ts', 'server/sockjs/index.ts']

/** Tests and fast-check's arbitraries may import what they need. */
const sources = ['server', 'app', 'content', 'e2e', 'scripts']
  .flatMap((top) =>
    readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' }).map((path) => posix.join(top, path)),
  )
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !/\.(test|arbitrary)\.tsx?$/.test(path))

const parse = (file: string): ESTree.Program => {
  const { errors, program } = parseSync(file, readFileSync(join(ROOT, file), 'utf8'))
  // What cannot be read must not pass as importing nothing.
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  return program
}

type Syntax = { readonly type: string } & Readonly<Record<string, unknown>>

const literal = (node: unknown): string => {
  const { type, value } = node as Syntax
  return type === 'Literal' && typeof value === 'string' ? value : COMPUTED
}

/** Everything that a file names by its path: imports of values and types, re-exports, `import()` and globs. */
const specifiersOf = (file: string): string[] => {
  const found: string[] = []
  const add = ({ source }: { readonly source: unknown }): void => {
    if (source) found.push(literal(source))
  }
  const addGlobs = ({ callee, arguments: [patterns] }: ESTree.CallExpression): void => {
    if (callee.type !== 'MemberExpression' || callee.object.type !== 'MetaProperty') return
    const each = patterns?.type === 'ArrayExpression' ? patterns.elements : [patterns]
    for (const pattern of each) found.push(literal(pattern).replace(/[^/]*[*{].*$/, '*'))
  }
  new Visitor({
    ImportDeclaration: add,
    ExportAllDeclaration: add,
    ExportNamedDeclaration: add,
    ImportExpression: add,
    TSImportType: add,
    CallExpression: addGlobs,
  }).visit(parse(file))
  return found
}

/** The folder, door or package that an import leads to, as MAY_IMPORT names it. */
const targetOf = (file: string, specifier: string): string => {
  if (specifier.startsWith('.')) return posix.dirname(posix.join(dirname(file), specifier))
  if (specifier.startsWith('node:')) return 'node:*'
  if (specifier.startsWith('#') || specifier === COMPUTED) return specifier
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

const forbiddenEdges = (folder: string): string[] => {
  const allowed = new Set([folder, ...(MAY_IMPORT[folder] ?? [])])
  return sources
    .filter((file) => dirname(file) === folder)
    .flatMap((file) => specifiersOf(file).map((specifier) => ({ file, target: targetOf(file, specifier) })))
    .filter(({ target }) => !allowed.has(target))
    .map(({ file, target }) => `${file} -> ${target}`)
}

const importersOf = (target: string): string[] =>
  Object.keys(MAY_IMPORT).filter((folder) => folder !== target && MAY_IMPORT[folder]?.includes(target))

test('there are sources to judge', () => {
  expect(sources.length).toBeGreaterThan(100)
})

describe('each folder is known and imports only what it may', () => {
  test.each([...new Set(sources.map((file) => dirname(file)))])('%s', (folder) => {
    expect(Object.keys(MAY_IMPORT)).toContain(folder)
    expect(forbiddenEdges(folder)).toEqual([])
  })
})

describe('the table keeps its own promises', () => {
  test('only the lab and the composition roots know that they are watched', () => {
    expect(importersOf('server/tracing')).toEqual(['server/lab', 'server'])
  })

  test('nothing that Spring has knows the trace', () => {
    expect(SPRING.filter((folder) => MAY_IMPORT[folder]?.includes('server/trace'))).toEqual([])
  })

  test('what Spring has is built from the bottom up', () => {
    const upward = SPRING.filter((folder, floor) =>
      MAY_IMPORT[folder]?.some((target) => SPRING.indexOf(target) > floor),
    )
    expect(upward).toEqual([])
  })

  test('the page, the content and the browser tests know the server only by its doors', () => {
    const outside = Object.entries(MAY_IMPORT).filter(([folder]) => !folder.startsWith('server'))
    expect(outside.filter(([, targets]) => targets.some((target) => target.startsWith('server')))).toEqual([])
  })

  test('views do not know each other', () => {
    expect(VIEWS.filter((view) => MAY_IMPORT[view]?.some((target) => VIEWS.includes(target)))).toEqual([])
  })
})

test('only the doors are barrels', () => {
  const isReExport = (statement: Syntax): boolean => Boolean(statement.source) && statement.type.startsWith('Export')
  const barrels = sources.filter((file) => {
    const { body } = parse(file)
    return body.length > 0 && body.every((statement) => isReExport(statement as unknown as Syntax))
  })
  expect(barrels.filter((file) => !BARRELS.includes(file))).toEqual([])
})
