/** A node of mdast or hast, as far as the notes look into it. */
export interface SyntaxNode {
  readonly type: string
  readonly children?: SyntaxNode[]
  readonly position?: SyntaxPosition
  /** Of an mdast heading. */
  readonly depth?: number
  /** Of literal nodes: text, inline code, code. */
  readonly value?: string
  /** Of JSX: the component; null is a fragment. */
  readonly name?: string | null
  readonly attributes?: readonly JsxAttribute[]
  /** Of a fence. */
  readonly lang?: string | null
  readonly meta?: string | null
  data?: Record<string, unknown>
}

export interface SyntaxPosition {
  readonly start: SyntaxPoint
  readonly end: SyntaxPoint
}

interface SyntaxPoint {
  readonly line: number
  readonly column: number
}

export interface JsxAttribute {
  readonly type: string
  readonly name?: string
  /** A string as it stands; an expression is an object. */
  readonly value?: unknown
}

/** Where a compiler says what is wrong: `file.mdx:12:3: reason`. Ends the compilation. */
export interface CompiledFile {
  readonly stem?: string | undefined
  readonly value: unknown
  fail(reason: string, options?: { place?: SyntaxPosition | null | undefined }): never
}

/** The node and all below it, in the order of the text. */
export function* nodesOf(node: SyntaxNode): Generator<SyntaxNode> {
  yield node
  for (const child of node.children ?? []) yield* nodesOf(child)
}

/** What a reader reads of it. */
export function textOf(node: SyntaxNode): string {
  return node.value !== undefined && node.type !== 'yaml' && node.type !== 'mdxjsEsm'
    ? node.value
    : (node.children ?? []).map(textOf).join('')
}

export function isJsx(node: SyntaxNode): boolean {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
}
