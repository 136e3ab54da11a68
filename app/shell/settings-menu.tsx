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
      <div id={id} popover="auto" className="surface settings-menu">
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
  const { theme } = usePreferences()
  return (
    <SettingSelect
      name={t('shell.theme')}
      icon={<SunMoon size={16} className="setting-icon" aria-hidden />}
      value={usePreference(theme)}
      options={THEME_CHOICES.map((choice) => ({ value: choice, text: t(`shell.theme-${choice}`) }))}
      onChoose={theme.set}
    />
  )
}

function LanguageSelect() {
  const { t, language, setLanguage } = usePhrases()
  return (
    <SettingSelect
      name={t('shell.language')}
      icon={<Languages size={16} className="setting-icon" aria-hidden />}
      value={language}
      options={LANGUAGES.map((value) => ({ value, text: LANGUAGE_NAMES[value], lang: value }))}
      onChoose={setLanguage}
    />
  )
}

interface SettingSelectProps<Value extends string> {
  readonly name: string
  readonly icon: ReactNode
  readonly value: Value
  /** `lang`: the language of the text, where it is not the page's. */
  readonly options: readonly { readonly value: Value; readonly text: string; readonly lang?: string }[]
  readonly onChoose: (value: Value) => void
}

function SettingSelect<Value extends string>({ name, icon, value, options, onChoose }: SettingSelectProps<Value>) {
  const id = useId()
  return (
    <div className="setting">
      {icon}
      <label htmlFor={id} className="setting-name">
        {name}
      </label>
      <select
        id={id}
        className="select"
        value={value}
        onChange={(change) => {
          const chosen = options.find((option) => option.value === change.currentTarget.value)
          if (chosen !== undefined) onChoose(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.text}
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
