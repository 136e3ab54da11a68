import { type ReactNode, useCallback, useInsertionEffect, useMemo, useState } from 'react'
import type { Language } from '../../content/phrases/index.ts'
import { LanguageContext } from './language-context.ts'
import { createPhrasebook } from './phrasebook.tsx'

interface LanguageProviderProps {
  readonly initial: Language
  /** Called when the person chose another one: to remember it and to put it into the address. */
  readonly onChoice?: (language: Language) => void
  readonly children: ReactNode
}

export function LanguageProvider({ initial, onChoice, children }: LanguageProviderProps) {
  const [language, speak] = useState(initial)
  const setLanguage = useCallback(
    (chosen: Language) => {
      speak(chosen)
      onChoice?.(chosen)
    },
    [onChoice],
  )
  // Before anything is measured: all styles hang on it.
  useInsertionEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const spoken = useMemo(() => ({ ...createPhrasebook(language), setLanguage }), [language, setLanguage])
  return <LanguageContext value={spoken}>{children}</LanguageContext>
}
