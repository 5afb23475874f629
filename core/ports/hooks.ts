/** Posts to addresses that strangers named: only to public ones, never following where they lead. */
export interface HooksPort {
  /** Whether such a URL may be posted to, as far as it can be told now. Throws `url_not_allowed`. */
  assertAllowed(url: string): Promise<void>
  /** Never throws for what the receiver does or fails to do. The address is checked anew, and is the one connected to. */
  post(letter: HookLetter): Promise<HookAnswer>
}

export interface HookLetter {
  url: string
  headers: Record<string, string>
  body: string
  /** Ends it early: the process is about to stop. */
  signal?: AbortSignal
}

export interface HookAnswer {
  /** Null when there was none. */
  status: number | null
  /** Why there was none, in a few words that are nobody's secret; null with a status. */
  error: string | null
  durationMs: number
}
