export const THEMES = ['light', 'dark', 'contrast'] as const
export type Theme = (typeof THEMES)[number]

/** `system` follows the operating system, contrast included. */
export type ThemeChoice = Theme | 'system'
export const THEME_CHOICES: readonly ThemeChoice[] = ['system', ...THEMES]

export function parseThemeChoice(value: unknown): ThemeChoice | undefined {
  return THEME_CHOICES.find((choice) => choice === value)
}

/** What the operating system asks for. */
export interface SystemTheme {
  readonly dark: boolean
  readonly moreContrast: boolean
}

export function themeOf(choice: ThemeChoice, system: SystemTheme): Theme {
  if (choice !== 'system') return choice
  if (system.moreContrast) return 'contrast'
  return system.dark ? 'dark' : 'light'
}
