/** How many digits follow the point. */
export type NumberStyle = keyof typeof NUMBER_STYLES

export const NUMBER_STYLES = {
  plain: {},
  whole: { maximumFractionDigits: 0 },
  tenths: { minimumFractionDigits: 1, maximumFractionDigits: 1 },
  'up-to-tenths': { maximumFractionDigits: 1 },
  thousandths: { minimumFractionDigits: 3, maximumFractionDigits: 3 },
  'up-to-thousandths': { maximumFractionDigits: 3 },
} as const satisfies Readonly<Record<string, Intl.NumberFormatOptions>>
