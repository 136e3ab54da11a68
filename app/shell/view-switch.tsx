import { usePhrases } from '../language/use-phrases.ts'
import { PAGE_VIEWS } from './page-view.ts'
import { usePreference, usePreferences } from './preferences-context.ts'
import './view-switch.css'

export function ViewSwitch() {
  const { t } = usePhrases()
  const { view } = usePreferences()
  const chosen = usePreference(view)
  return (
    <div className="view-switch" role="radiogroup" aria-label={t('sequence.view')}>
      {PAGE_VIEWS.map((choice) => (
        <label key={choice} className="segment">
          <input type="radio" name="view" checked={choice === chosen} onChange={() => view.set(choice)} />
          {t(`sequence.${choice}`)}
        </label>
      ))}
    </div>
  )
}
