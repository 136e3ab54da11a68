/** What is wrong with the notes, and where: as editors and terminals find it. */
export interface Problem {
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly what: string
}

/** `content/notes/en/08-the-map.mdx:12 there is no claim "x"` */
export const problemLine = ({ file, line, what }: Problem): string => `${file}:${line} ${what}`
