import { useContext } from 'react'
import { LanguageContext, type SpokenLanguage } from './language-context.ts'

/** The page's sentences in the language of now, and the way to change it. */
export function usePhrases(): SpokenLanguage {
  const spoken = useContext(LanguageContext)
  if (spoken === null) throw new Error('usePhrases needs a LanguageProvider above')
  return spoken
}
