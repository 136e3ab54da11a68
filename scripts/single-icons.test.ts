import { describe, expect, test } from 'vitest'
import { singleIcons } from './single-icons.mjs'

const rewrite = (code: string): string => {
  const { transform } = singleIcons()
  if (typeof transform !== 'object' || transform === null) throw new Error('the plugin transforms nothing')
  return (transform.handler as (code: string) => { code: string })(code).code
}

describe('an import of icons', () => {
  test('becomes one of the module of each, under whichever name it has there', () => {
    expect(rewrite("import { ArrowLeft, PencilLine as Edit } from 'lucide-react'")).toBe(
      "import ArrowLeft from 'lucide-react/icons/arrow-left'; import Edit from 'lucide-react/icons/pencil-line'",
    )
  })

  test('drops types, and leaves what is no icon to the package', () => {
    expect(rewrite("import { Ghost, type LucideIcon, createLucideIcon } from 'lucide-react'")).toBe(
      "import Ghost from 'lucide-react/icons/ghost'; import { createLucideIcon } from 'lucide-react'",
    )
  })

  test('leaves every line after it where it is', () => {
    const code = rewrite("import {\n  X,\n  Send,\n} from 'lucide-react'\nconst a = 1\n")
    expect(code.split('\n')[4]).toBe('const a = 1')
  })
})
