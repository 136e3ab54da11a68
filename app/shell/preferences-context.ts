import { createContext, useContext, useSyncExternalStore } from 'react'
import type { PagePreferences } from './page-preferences.ts'
import type { StoredPreference } from './stored-preference.ts'

export const PreferencesContext = createContext<PagePreferences | null>(null)

export function usePreferences(): PagePreferences {
  const preferences = useContext(PreferencesContext)
  if (preferences === null) throw new Error('usePreferences needs a PreferencesContext above')
  return preferences
}

export function usePreference<T>(preference: StoredPreference<T>): T {
  return useSyncExternalStore(preference.subscribe, preference.get)
}
