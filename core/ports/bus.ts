/**
 * Carries news between processes: at most once, no history; what must not be lost is PostgreSQL's.
 * Subjects are dot-separated, e.g. `mayago.v1.departure.<id>.changed`; a subscription may end in `.>` (all below) or use
 * `*` for one part, as in NATS (https://docs.nats.io/nats-concepts/subjects).
 */
export interface BusPort {
  publish(subject: string, payload: Uint8Array | string): void
  /** Returns how to stop listening. Handlers are called in the order of publication per publisher. */
  subscribe(subject: string, handle: (payload: string, subject: string) => void): () => void
  /** False while messages may be getting lost; listeners hear of each change and resync when it comes back. */
  readonly connected: boolean
  onConnection(listen: (connected: boolean) => void): () => void
  close(): Promise<void>
}
