import { type Client, Room, ServerError, validate } from '@colyseus/core'
import { z } from 'zod'
import type { DepartureFrame } from '@mayago/core/events/eventMap.ts'
import { type LiveAuth, redeemTicket } from '../auth.ts'
import { soon } from '../coalesce.ts'
import { type Asked, chunk, type Watcher } from '../feed.ts'
import { getLive } from '../live.ts'
import { MESSAGES_PER_SECOND, showExperiences } from '../messages.ts'
import { messageFrame, sendFrame } from '../sharedFrames.ts'
import { keepClock } from './keepClock.ts'

type Showing = Client<{ auth: LiveAuth }>

interface Shelf {
  clients: Set<Showing>
  /** Changes that have not gone out yet, by departure. */
  changes: Map<string, DepartureFrame>
  stop(): void
}

const NOTHING: Asked = { experienceIds: [], from: '', to: '' }

/**
 * All lists and maps that this process's clients look at. A client says which experiences it shows and gets the
 * departures of its days, and from then on every change of those experiences, encoded once for all who show them.
 */
export class BoardRoom extends Room<{ client: Showing }> implements Watcher {
  override patchRate = null
  override maxMessagesPerSecond = MESSAGES_PER_SECOND
  override messages = {
    show: validate(showExperiences, (client: Showing, shows: z.infer<typeof showExperiences>) =>
      this.#show(client, shows),
    ),
  }
  readonly #shown = new Map<Showing, Asked>()
  readonly #shelves = new Map<string, Shelf>()
  readonly #changed = new Set<Shelf>()
  readonly #flush = soon(() => this.#sendChanges())
  #stops: (() => void)[] = []

  static override async onAuth(token: string, options: unknown): Promise<LiveAuth> {
    if (!z.strictObject({}).safeParse(options).success) throw new ServerError(400, 'invalid_input')
    return redeemTicket(token)
  }

  override onCreate(): void {
    const { feed, roomClientsMax } = getLive()
    this.maxClients = roomClientsMax
    this.#stops = [
      keepClock(this),
      feed.onLiveness((liveness) => {
        this.#flush.now()
        sendFrame(this.clients, messageFrame('liveness', liveness))
      }),
    ]
  }

  override onJoin(client: Showing): void {
    this.#shown.set(client, NOTHING)
    client.send('liveness', getLive().feed.liveness)
  }

  override onLeave(client: Showing): void {
    for (const experienceId of this.#shown.get(client)?.experienceIds ?? []) this.#takeDown(client, experienceId)
    this.#shown.delete(client)
  }

  override onDispose(): void {
    this.#flush.cancel()
    for (const stop of this.#stops) stop()
    for (const { stop } of this.#shelves.values()) stop()
  }

  changed(frame: DepartureFrame): void {
    const shelf = this.#shelves.get(frame.experienceId)
    if (shelf === undefined) return
    shelf.changes.set(frame.departureId, frame)
    this.#changed.add(shelf)
    this.#flush.ask()
  }

  /** Later readings come to `changed` through the feed; everybody has what is not later. */
  async resync(): Promise<void> {
    const wanted = Map.groupBy(this.#shown.values(), ({ from, to }) => `${from} ${to}`)
    for (const shows of wanted.values()) {
      const { from, to } = shows[0] as Asked
      const ids = new Set(shows.flatMap(({ experienceIds }) => experienceIds))
      for (const experienceIds of chunk([...ids], 50)) await getLive().feed.read({ experienceIds, from, to })
    }
  }

  async #show(client: Showing, shows: Asked): Promise<void> {
    const before = this.#shown.get(client)?.experienceIds ?? []
    this.#shown.set(client, shows)
    for (const experienceId of shows.experienceIds) this.#putUp(client, experienceId)
    for (const experienceId of before) {
      if (!shows.experienceIds.includes(experienceId)) this.#takeDown(client, experienceId)
    }
    if (shows.experienceIds.length === 0) return
    try {
      client.send('frames', await getLive().feed.read({ ...shows, experienceIds: [...shows.experienceIds].sort() }))
    } catch (error) {
      getLive().log.warn({ error: String(error) }, 'a board could not be read')
      client.send('showFailed')
    }
  }

  #putUp(client: Showing, experienceId: string): void {
    const shelf = this.#shelves.get(experienceId)
    if (shelf !== undefined) return void shelf.clients.add(client)
    const stop = getLive().feed.watch(experienceId, this)
    this.#shelves.set(experienceId, { clients: new Set([client]), changes: new Map(), stop })
  }

  #takeDown(client: Showing, experienceId: string): void {
    const shelf = this.#shelves.get(experienceId)
    if (shelf === undefined || !shelf.clients.delete(client) || shelf.clients.size > 0) return
    shelf.stop()
    this.#shelves.delete(experienceId)
    this.#changed.delete(shelf)
  }

  #sendChanges(): void {
    for (const shelf of this.#changed) {
      sendFrame(shelf.clients, messageFrame('frames', [...shelf.changes.values()]))
      shelf.changes.clear()
    }
    this.#changed.clear()
  }
}
