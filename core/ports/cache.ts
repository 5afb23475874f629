/** Small short-lived values shared by processes. May forget anything at any time; never a source of truth. */
export interface CachePort {
  get(key: string): Promise<string | null>
  set(key: string, value: string, ttlSeconds: number): Promise<void>
  /** Sets and answers true only if the key was absent: single-use tickets, claims. */
  add(key: string, value: string, ttlSeconds: number): Promise<boolean>
  /** Sets, unless the key holds `kept`, in one step. */
  setUnless(key: string, value: string, ttlSeconds: number, kept: string): Promise<void>
  /** Reads and removes in one step; null when absent. */
  take(key: string): Promise<string | null>
  delete(key: string): Promise<void>
  close(): Promise<void>
}
