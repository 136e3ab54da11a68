import { Languages, Rabbit, Settings2, SunMoon } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { LANGUAGE_NAMES, LANGUAGES } from '../language/language.ts'
import { usePhrases } from '../language/use-phrases.ts'
import { usePlayback } from '../playback/use-projection.ts'
import { RecordingFileButton } from '../recording/recording-file-button.tsx'
import { usePreference, usePreferences } from './preferences-context.ts'
import { THEME_CHOICES } from './theme.ts'
import './settings-menu.css'

/** Theme, language and motion: in the header where there is room, else behind one button. */
export function SettingsControls() {
  return (
    <div className="settings-controls">
      <ThemeSelect />
      <LanguageSelect />
      <MotionSwitch />
    </div>
  )
}

export function SettingsMenu({ children }: { readonly children: ReactNode }) {
  const { t } = usePhrases()
  const id = useId()
  return (
    <>
      <button
        type="button"
        className="button button-plain button-icon"
        aria-label={t('shell.settings')}
        popoverTarget={id}
      >
        <Settings2 size={16} aria-hidden />
      </button>
      <div id={id} popover="auto" className="settings-menu">
        <SettingsControls />
        <div className="settings-files">
          <RecordingFileButton />
          {children}
        </div>
      </div>
    </>
  )
}

function ThemeSelect() {
  const { t } = usePhrases()
  const id = useId()
  const { theme } = usePreferences()
  const choice = usePreference(theme)
  return (
    <div className="setting">
      <SunMoon size={16} className="setting-icon" aria-hidden />
      <label htmlFor={id} className="setting-name">
        {t('shell.theme')}
      </label>
      <select
        id={id}
        className="select"
        value={choice}
        onChange={(change) => {
          const chosen = THEME_CHOICES.find((candidate) => candidate === change.currentTarget.value)
          if (chosen !== undefined) theme.set(chosen)
        }}
      >
        {THEME_CHOICES.map((candidate) => (
          <option key={candidate} value={candidate}>
            {t(`shell.theme-${candidate}`)}
          </option>
        ))}
      </select>
    </div>
  )
}

function LanguageSelect() {
  const { t, language, setLanguage } = usePhrases()
  const id = useId()
  return (
    <div className="setting">
      <Languages size={16} className="setting-icon" aria-hidden />
      <label htmlFor={id} className="setting-name">
        {t('shell.language')}
      </label>
      <select
        id={id}
        className="select"
        value={language}
        onChange={(change) => {
          const chosen = LANGUAGES.find((candidate) => candidate === change.currentTarget.value)
          if (chosen !== undefined) setLanguage(chosen)
        }}
      >
        {LANGUAGES.map((candidate) => (
          <option key={candidate} value={candidate} lang={candidate}>
            {LANGUAGE_NAMES[candidate]}
          </option>
        ))}
      </select>
    </div>
  )
}

function MotionSwitch() {
  const { t } = usePhrases()
  const id = useId()
  const reduced = usePlayback((state) => state.reducedMotion)
  const { reduceMotion } = usePreferences()
  return (
    <div className="setting">
      <Rabbit size={16} className="setting-icon" aria-hidden />
      <span id={id} className="setting-name">
        {t('shell.reduce-motion')}
      </span>
      <button
        type="button"
        role="switch"
        className="switch"
        aria-checked={reduced}
        title={t('shell.reduce-motion')}
        aria-labelledby={id}
        onClick={() => reduceMotion.set(!reduced)}
      />
    </div>
  )
}
