import type { Language } from '../../content/phrases/index.ts'
import { LANGUAGES } from '../language/language.ts'
import { type LayoutSizes, parseLayoutSizes } from './layout-sizes.ts'
import { type PageView, parsePageView } from './page-view.ts'
import { type StoredPreference, storedPreference } from './stored-preference.ts'
import { parseThemeChoice, type ThemeChoice } from './theme.ts'

/** What the person has chosen about the page's look; null for motion follows the operating system. */
export interface PagePreferences {
  readonly theme: StoredPreference<ThemeChoice>
  /** Null until it was chosen. */
  readonly language: StoredPreference<Language | null>
  readonly reduceMotion: StoredPreference<boolean | null>
  readonly view: StoredPreference<PageView>
  readonly sizes: StoredPreference<LayoutSizes>
  /** Layers of the inspector that are folded to their name. */
  readonly foldedLayers: StoredPreference<readonly string[]>
  /** How far each chapter was read: a number of its blocks, by slug. */
  readonly reading: StoredPreference<Readonly<Record<string, number>>>
}

/** @param address what it says stands above what is stored */
export function createPagePreferences(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  { theme, view }: { readonly theme: ThemeChoice | null; readonly view: PageView | null },
): PagePreferences {
  return {
    theme: storedPreference<ThemeChoice>({
      storage,
      key: 'frameflow.theme',
      parse: parseThemeChoice,
      initial: 'system',
      override: theme ?? undefined,
    }),
    language: storedPreference<Language | null>({
      storage,
      key: 'frameflow.language',
      parse: (stored) => LANGUAGES.find((language) => language === stored),
      initial: null,
    }),
    reduceMotion: storedPreference<boolean | null>({
      storage,
      key: 'frameflow.reduce-motion',
      parse: (stored) => (typeof stored === 'boolean' ? stored : undefined),
      initial: null,
    }),
    view: storedPreference<PageView>({
      storage,
      key: 'frameflow.view',
      parse: parsePageView,
      initial: 'flow',
      override: view ?? undefined,
    }),
    sizes: storedPreference<LayoutSizes>({ storage, key: 'frameflow.sizes', parse: parseLayoutSizes, initial: {} }),
    foldedLayers: storedPreference<readonly string[]>({
      storage,
      key: 'frameflow.folded-layers',
      parse: (stored) =>
        Array.isArray(stored)
          ? stored.filter((layer: unknown): layer is string => typeof layer === 'string')
          : undefined,
      initial: [],
    }),
    reading: storedPreference({ storage, key: 'frameflow.reading', parse: parseCounts, initial: {} }),
  }
}

function parseCounts(stored: unknown): Readonly<Record<string, number>> | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  return Object.fromEntries(Object.entries(stored).filter(([, count]) => Number.isSafeInteger(count)))
}
