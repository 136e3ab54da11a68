/** One choice of the person that outlives the page: read once, kept in `localStorage`, watched by views. */
export interface StoredPreference<T> {
  get(): T
  set(value: T): void
  subscribe(listener: () => void): () => void
}

interface PreferenceOptions<T> {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>
  readonly key: string
  /** Undefined for what this version does not know. */
  readonly parse: (stored: unknown) => T | undefined
  readonly initial: T
  /** Stands above what is stored until the person chooses, and is not stored itself. */
  readonly override?: T | undefined
}

export function storedPreference<T>({
  storage,
  key,
  parse,
  initial,
  override,
}: PreferenceOptions<T>): StoredPreference<T> {
  const listeners = new Set<() => void>()
  let current = override ?? parse(read(storage, key)) ?? initial
  return {
    get: () => current,
    set(value) {
      current = value
      write(storage, key, value)
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** A storage that is full, forbidden or holds foreign text is the same as an empty one. */
function read(storage: PreferenceOptions<unknown>['storage'], key: string): unknown {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

function write(storage: PreferenceOptions<unknown>['storage'], key: string, value: unknown): void {
  try {
    storage.setItem(key, JSON.stringify(value))
  } catch {
    // The choice then lasts as long as the page.
  }
}
