import {
  type InferOutput,
  integer,
  minLength,
  minValue,
  number,
  pipe,
  regex,
  safeParse,
  strictObject,
  string,
} from 'valibot'
import type { CompiledFile, SyntaxNode } from './syntax-tree.ts'

const FrontMatterSchema = strictObject({
  /** As the file's name begins: 8 for `08-the-map.mdx`. */
  chapter: pipe(number(), integer(), minValue(0)),
  title: pipe(string(), minLength(1)),
  /** One sentence. */
  summary: pipe(string(), minLength(1), regex(/[.?!…]$/, 'a sentence ends in a full stop')),
})

/** What a chapter says about itself before its text. */
export type FrontMatter = InferOutput<typeof FrontMatterSchema>

interface Expression {
  readonly value?: unknown
  readonly properties?: readonly { readonly key: { readonly value?: string }; readonly value: Expression }[]
}

/** Ends the compilation where a chapter's front matter is not as it must be. Comes after remark-mdx-frontmatter. */
export function checkFrontMatter() {
  return (tree: SyntaxNode, file: CompiledFile): void => {
    const yaml = tree.children?.find(({ type }) => type === 'yaml')
    const place = { place: yaml?.position ?? tree.position }
    if (yaml === undefined) file.fail('front matter: a chapter begins with --- and its title', place)
    const read = safeParse(FrontMatterSchema, exportedFrontMatter(tree))
    if (!read.success) {
      const [issue] = read.issues
      file.fail(`front matter: ${issue.path?.map(({ key }) => key).join('.') ?? ''}: ${issue.message}`, place)
    }
    const number = Number.parseInt(file.stem ?? '', 10)
    if (read.output.chapter !== number) {
      file.fail(`front matter: chapter: ${read.output.chapter} is not the ${number} of the file's name`, place)
    }
  }
}

/** The value that remark-mdx-frontmatter wrote as an export of literals. */
function exportedFrontMatter(tree: SyntaxNode): Record<string, unknown> {
  for (const { data } of tree.children ?? []) {
    const [statement] = (data?.estree as { body?: ExportedConstant[] } | undefined)?.body ?? []
    const [constant] = statement?.declaration?.declarations ?? []
    if (constant?.id.name !== 'frontmatter') continue
    return Object.fromEntries(constant.init.properties?.map(({ key, value }) => [key.value ?? '', value.value]) ?? [])
  }
  return {}
}

interface ExportedConstant {
  readonly declaration?: {
    readonly declarations?: readonly { readonly id: { readonly name: string }; readonly init: Expression }[]
  }
}
