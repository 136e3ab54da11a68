import { useCallback } from 'react'
import { usePhrases } from '../language/use-phrases.ts'

/** What a configuration is called here, also one without a name of its own. */
export function useShownName(): (name: string) => string {
  const { t } = usePhrases()
  return useCallback((name) => (name === 'custom' ? t('configuration.custom') : name), [t])
}
