import { type Client, Room, ServerError, validate } from '@colyseus/core'
import type { z } from 'zod'
import type { DepartureFrame } from '@mayago/core/events/eventMap.ts'
import { placeHold } from '@mayago/core/booking/index.ts'
import { answer } from '../answer.ts'
import { type LiveAuth, redeemTicket } from '../auth.ts'
import { soon } from '../coalesce.ts'
import type { Asked, Watcher } from '../feed.ts'
import { getLive } from '../live.ts'
import { experienceJoin, holdMessage, MESSAGES_PER_SECOND, watchMonth } from '../messages.ts'
import { showFrame, toDepartureState } from '../schema/departureFrame.ts'
import { type ExperienceState, makeExperienceState } from '../schema/ExperienceState.ts'
import { SharedFrameSerializer } from '../sharedFrames.ts'
import { keepClock } from './keepClock.ts'

type Watching = Client<{ auth: LiveAuth }>

const MONTHS_PER_CLIENT = 3

/** The departures of one experience, in the months that its watchers look at. */
export class ExperienceRoom extends Room<{ state: ExperienceState; client: Watching }> implements Watcher {
  override patchRate = null
  override maxMessagesPerSecond = MESSAGES_PER_SECOND
  override messages = {
    watchMonth: validate(watchMonth, (client: Watching, { month }: z.infer<typeof watchMonth>) =>
      this.#watch(client, month),
    ),
    hold: validate(holdMessage, (client: Watching, { key, ...input }: z.infer<typeof holdMessage>) =>
      answer(client.auth as LiveAuth, ['holds'], key, (ctx) => placeHold(ctx, input)),
    ),
  }
  #experienceId = ''
  readonly #looking = new Map<Watching, string[]>()
  /** How many look at each month. */
  readonly #watchers = new Map<string, number>()
  #stops: (() => void)[] = []
  readonly #loaded = new Set<string>()
  readonly #patch = soon(() => this.broadcastPatch())

  static override async onAuth(token: string, options: unknown): Promise<LiveAuth> {
    if (!experienceJoin.safeParse(options).success) throw new ServerError(400, 'invalid_input')
    return redeemTicket(token)
  }

  /** Called by the library when the state is set: ours sends one frame to all. */
  override setSerializer(): void {
    super.setSerializer(new SharedFrameSerializer<ExperienceState>())
  }

  override onCreate(options: z.infer<typeof experienceJoin>): void {
    const { feed, roomClientsMax } = getLive()
    this.maxClients = roomClientsMax
    this.#experienceId = options.experienceId
    this.state = makeExperienceState(feed.liveness.live, feed.liveness.asOf)
    this.#stops = [
      keepClock(this),
      feed.watch(options.experienceId, this),
      feed.onLiveness(({ live, asOf }) => {
        Object.assign(this.state, { live, asOf })
        this.#patch.now()
      }),
    ]
  }

  override onJoin(client: Watching): void {
    this.#looking.set(client, [])
  }

  override onLeave(client: Watching): void {
    this.#lookAt(client, [])
    this.#looking.delete(client)
  }

  override onDispose(): void {
    this.#patch.cancel()
    for (const stop of this.#stops) stop()
  }

  changed(frame: DepartureFrame): void {
    const shown = this.state.departures.get(frame.departureId)
    if (shown !== undefined) showFrame(shown, frame)
    else if (this.#watchers.has(monthOf(frame))) this.state.departures.set(frame.departureId, toDepartureState(frame))
    else return
    this.#patch.ask()
  }

  async resync(): Promise<void> {
    for (const month of this.#watchers.keys()) await this.#load(month)
  }

  #watch(client: Watching, month: string): void {
    const months = this.#looking.get(client) ?? []
    if (months.includes(month)) return
    const known = this.#watchers.has(month)
    this.#lookAt(client, [...months, month].slice(-MONTHS_PER_CLIENT))
    if (!known) this.#load(month).catch((error: unknown) => this.#failed(error, month))
  }

  /** From now on this client looks at these months; one that nobody looks at any more leaves the state. */
  #lookAt(client: Watching, months: string[]): void {
    const before = this.#looking.get(client) ?? []
    this.#looking.set(client, months)
    for (const month of months) this.#watchers.set(month, (this.#watchers.get(month) ?? 0) + 1)
    for (const month of before) {
      const left = (this.#watchers.get(month) ?? 0) - 1
      if (left > 0) this.#watchers.set(month, left)
      else this.#drop(month)
    }
  }

  /** Shows the month as it is now: the feed passes what is later to `changed`, and what is gone goes. */
  async #load(month: string): Promise<void> {
    const before = this.#shownIn(month)
    const frames = await getLive().feed.read(daysOf(this.#experienceId, month))
    for (const frame of frames) this.changed(frame)
    const found = new Set(frames.map((frame) => frame.departureId))
    for (const departureId of before) if (!found.has(departureId)) this.state.departures.delete(departureId)
    if (this.#watchers.has(month)) this.#loaded.add(month)
    this.#tellMonths()
  }

  #failed(error: unknown, month: string): void {
    getLive().log.warn({ error: String(error), experienceId: this.#experienceId, month }, 'a month could not be read')
    for (const [client, months] of this.#looking) {
      if (!months.includes(month)) continue
      this.#lookAt(
        client,
        months.filter((watched) => watched !== month),
      )
      client.send('monthFailed', { month })
    }
  }

  #shownIn(month: string): string[] {
    return [...this.state.departures].filter(([, shown]) => shown.localStart.startsWith(month)).map(([id]) => id)
  }

  #drop(month: string): void {
    this.#watchers.delete(month)
    this.#loaded.delete(month)
    for (const departureId of this.#shownIn(month)) this.state.departures.delete(departureId)
    this.#tellMonths()
  }

  #tellMonths(): void {
    this.state.months = [...this.#loaded].sort().join()
    this.#patch.ask()
  }
}

const monthOf = (frame: DepartureFrame): string => frame.localStart.slice(0, 7)

const daysOf = (experienceId: string, month: string): Asked => {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return { experienceIds: [experienceId], from: `${month}-01`, to: `${month}-${last}` }
}
