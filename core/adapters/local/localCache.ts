import type { CachePort } from '../../ports/cache.ts'

interface Entry {
  value: string
  /** On the monotonic clock, which a change of the wall clock can't stretch. */
  endsAt: number
}

/** A cache in this process's memory. When full it forgets what was written longest ago. */
export const openLocalCache = ({ entriesMax = 50_000 } = {}): CachePort => {
  const entries = new Map<string, Entry>()

  const find = (key: string): string | null => {
    const entry = entries.get(key)
    if (entry === undefined) return null
    if (entry.endsAt > performance.now()) return entry.value
    entries.delete(key)
    return null
  }

  const put = (key: string, value: string, ttlSeconds: number): void => {
    entries.delete(key)
    if (entries.size >= entriesMax) makeRoom()
    entries.set(key, { value, endsAt: performance.now() + ttlSeconds * 1000 })
  }

  const makeRoom = (): void => {
    const now = performance.now()
    for (const [key, entry] of entries) if (entry.endsAt <= now) entries.delete(key)
    for (const key of entries.keys()) {
      if (entries.size < entriesMax) return
      entries.delete(key)
    }
  }

  return {
    get: async (key) => find(key),
    set: async (key, value, ttlSeconds) => put(key, value, ttlSeconds),
    add: async (key, value, ttlSeconds) => {
      if (find(key) !== null) return false
      put(key, value, ttlSeconds)
      return true
    },
    setUnless: async (key, value, ttlSeconds, kept) => {
      if (find(key) !== kept) put(key, value, ttlSeconds)
    },
    take: async (key) => {
      const value = find(key)
      entries.delete(key)
      return value
    },
    delete: async (key) => void entries.delete(key),
    close: async () => entries.clear(),
  }
}
