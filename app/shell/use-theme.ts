import { useInsertionEffect } from 'react'
import { usePreference, usePreferences } from './preferences-context.ts'
import { themeOf } from './theme.ts'
import { useMediaQuery } from './use-media-query.ts'

/** Keeps `data-theme` of the document at what was chosen, or at what the system asks for. */
export function useTheme(): void {
  const choice = usePreference(usePreferences().theme)
  const dark = useMediaQuery('(prefers-color-scheme: dark)')
  const moreContrast = useMediaQuery('(prefers-contrast: more)')
  const theme = themeOf(choice, { dark, moreContrast })
  // Before anything is measured: all styles hang on it.
  useInsertionEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
}
