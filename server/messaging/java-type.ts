/** What Jackson makes of a JSON value. */
export type JsonReading<T> =
  | { readonly kind: 'read'; readonly value: T }
  /** Jackson's words for why it cannot. */
  | { readonly kind: 'mismatch'; readonly reason: string }

/** A Java class that a payload can become. */
export interface JavaType<T> {
  /** As `Class#getName` writes it. */
  readonly name: string
  /** @param json never null: that is no value at all */
  fromJson(json: unknown): JsonReading<T>
}

const tokenOf = (json: unknown): string => {
  if (Array.isArray(json)) return 'Array value (token `JsonToken.START_ARRAY`)'
  if (typeof json === 'object') return 'Object value (token `JsonToken.START_OBJECT`)'
  return typeof json === 'string' ? 'String value' : `${typeof json} value`
}

const cannotDeserialize = (type: string, json: unknown): JsonReading<never> => ({
  kind: 'mismatch',
  reason: `Cannot deserialize value of type \`${type}\` from ${tokenOf(json)}`,
})

/** Booleans become text, as numbers are already: Jackson lets scalars. */
const textFromJson = (json: unknown): JsonReading<string> =>
  typeof json === 'object' ? cannotDeserialize('java.lang.String', json) : { kind: 'read', value: String(json) }

export const STRING: JavaType<string> = { name: 'java.lang.String', fromJson: textFromJson }

export const BYTE_ARRAY: JavaType<Uint8Array> = { name: '[B', fromJson: (json) => cannotDeserialize('byte[]', json) }

/** A record with `String` components: what JSON leaves out is null, what it has beyond them is ignored. */
export const recordType = <const C extends string>(
  name: string,
  components: readonly C[],
): JavaType<Readonly<Record<C, string | null>>> => ({
  name,
  fromJson(json) {
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return cannotDeserialize(name, json)
    const given = new Map<string, unknown>(Object.entries(json))
    const values: [C, string | null][] = []
    for (const component of components) {
      const value = given.get(component) ?? null
      const reading: JsonReading<string | null> = value === null ? { kind: 'read', value } : textFromJson(value)
      if (reading.kind === 'mismatch') return reading
      values.push([component, reading.value])
    }
    return { kind: 'read', value: Object.fromEntries(values) as Record<C, string | null> }
  },
})
