/** Of a page that the lab itself serves. */
export const OWN_ORIGIN: readonly (readonly [string, string])[] = [['Origin', 'http://localhost']]
