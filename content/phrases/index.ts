import { en } from './en.ts'
import { vi } from './vi.ts'

export type PhraseKey = keyof typeof en
export type Phrases = Readonly<Record<PhraseKey, string>>
export type Language = 'en' | 'vi'

export const phrases: Readonly<Record<Language, Phrases>> = { en, vi }
