import type { RehypeShikiCoreOptions } from '@shikijs/rehype/core'
import { STOMP_GRAMMAR } from './stomp-grammar.ts'
import { type CompiledFile, nodesOf, type SyntaxNode } from './syntax-tree.ts'

/** Colours are the page's: three themes without three texts (code-sample.css gives `--code-…`). */
const THEME = { name: 'css-variables', variablePrefix: '--code-', fontStyle: false }

/** Languages whose lines mean something: they are not wrapped. */
const SCROLLED: readonly string[] = ['java', 'js', 'json']

const OPTIONS: RehypeShikiCoreOptions = {
  theme: THEME.name,
  defaultLanguage: 'text',
  parseMetaString: (meta) => ({ 'data-sample': meta }),
  transformers: [
    {
      name: 'frameflow:sample',
      pre(node) {
        node.properties['data-language'] = this.options.lang
        delete node.properties.style
        // Code scrolls, and what scrolls must be reached by the keyboard; the others are wrapped.
        if (!SCROLLED.includes(this.options.lang)) delete node.properties.tabindex
      },
    },
  ],
}

/** What a sample may be written in. */
const LANGUAGES = ['stomp', 'http', 'json', 'java', 'js', 'text']

/** The colourer leaves a language that it does not know as it is: a slip of the pen would stay unseen. */
export function checkSampleLanguages() {
  return (tree: SyntaxNode, file: CompiledFile): void => {
    for (const { type, lang, position } of nodesOf(tree)) {
      if (type !== 'code' || LANGUAGES.includes(lang ?? '')) continue
      file.fail(`a sample is one of ${LANGUAGES.join(', ')}, not ${lang ?? 'of no language'}`, { place: position })
    }
  }
}

type Colourer = typeof import('@shikijs/rehype/core')['default']

/**
 * Colours fences while the notes are compiled, so that no page needs a highlighter. Who compiles no chapter's text does
 * not load one either.
 */
export async function colourCodeSamples(): Promise<readonly [Colourer, ...unknown[]]> {
  const [{ default: colour }, { createCssVariablesTheme, createHighlighterCore }, { createJavaScriptRegexEngine }] =
    await Promise.all([import('@shikijs/rehype/core'), import('shiki/core'), import('shiki/engine/javascript')])
  const highlighter = await createHighlighterCore({
    themes: [createCssVariablesTheme(THEME)],
    langs: [
      STOMP_GRAMMAR,
      import('shiki/langs/java.mjs'),
      import('shiki/langs/json.mjs'),
      import('shiki/langs/http.mjs'),
      import('shiki/langs/javascript.mjs'),
    ],
    engine: createJavaScriptRegexEngine(),
  })
  return [colour, highlighter, OPTIONS]
}
