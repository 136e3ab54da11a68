import type { Language } from '../../content/phrases/index.ts'

/** Each language under its own name, as a reader who knows only that one looks for it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', vi: 'Tiếng Việt' }

export const LANGUAGES: readonly Language[] = ['en', 'vi']

export function isLanguage(text: string | null): text is Language {
  return LANGUAGES.some((language) => language === text)
}

/**
 * The address decides, else what was chosen before, else the first language of the browser that we speak.
 * @param preferred BCP 47 tags, best first, as `navigator.languages`
 */
export function chooseLanguage(
  address: string | null,
  remembered: string | null,
  preferred: readonly string[],
): Language {
  if (isLanguage(address)) return address
  if (isLanguage(remembered)) return remembered
  return preferred.map((tag) => tag.split('-')[0]?.toLowerCase() ?? '').find(isLanguage) ?? 'en'
}
