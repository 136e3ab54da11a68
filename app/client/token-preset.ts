/** Example tokens for CONNECT's `Authorization` (golden.md, Token rule: `Bearer NAME` makes the user NAME). */
export type TokenPreset = 'none' | 'valid' | 'expired'

export const TOKEN_PRESETS: readonly TokenPreset[] = ['none', 'valid', 'expired']

/** @param userName the client's name in small letters, which a valid token carries */
export function authorizationOf(preset: TokenPreset, userName: string): string | null {
  const tokens: Readonly<Record<TokenPreset, string | null>> = {
    none: null,
    valid: `Bearer ${userName}`,
    expired: 'Bearer expired',
  }
  return tokens[preset]
}
