import { createContext } from 'react'
import type { Language } from '../../content/phrases/index.ts'
import type { Phrasebook } from './phrasebook.tsx'

export interface SpokenLanguage extends Phrasebook {
  setLanguage(language: Language): void
}

export const LanguageContext = createContext<SpokenLanguage | null>(null)
