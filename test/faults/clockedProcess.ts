import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { openLocalBus } from '@mayago/core/adapters/local/localBus.ts'
import { getDeparture } from '@mayago/core/availability/index.ts'
import { createSeatDesk, extendHold, getHold, placeHold, releaseHold } from '@mayago/core/booking/index.ts'
import type { Ctx } from '@mayago/core/context.ts'
import { publishNews } from '@mayago/core/events/relay.ts'
import type { Actor } from '@mayago/core/identity/actor.ts'
import { createSigner } from '@mayago/core/identity/signer.ts'
import { defaultSettings } from '@mayago/core/settings.ts'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { openOrm, poolOf } from '@mayago/db/orm.ts'
import { quietLog } from '../quietLog.ts'

interface Calls {
  /** Sets this process's clock so many minutes off the machine's, for everything in it. */
  setClock(minutesOff: number): Promise<string>
  hold(departureId: string, unitId: string, seats: number): Promise<{ id: string; expiresAt: string }>
  holdState(holdId: string): Promise<string>
  extend(holdId: string): Promise<string>
  release(holdId: string): Promise<string>
  vacancies(departureId: string): Promise<number | null>
}

/** A selling process with a clock of its own. A refused call answers the refusal's code by rejecting with it. */
export interface ClockedProcess {
  call<Name extends keyof Calls>(name: Name, ...given: Parameters<Calls[Name]>): ReturnType<Calls[Name]>
  stop(): Promise<void>
}

interface Asked {
  id: number
  name: keyof Calls
  given: unknown[]
}
type Told = { id: number } & ({ answer: unknown } | { refused: string } | { failed: string })

export const startClockedProcess = async (databaseUrl: string): Promise<ClockedProcess> => {
  const child = fork(import.meta.filename, [databaseUrl], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const waiting = new Map<number, (told: Told) => void>()
  await once(child, 'message')
  child.on('message', (told: Told) => waiting.get(told.id)?.(told))
  let last = 0
  return {
    call: ((name: keyof Calls, ...given: unknown[]) =>
      new Promise<unknown>((resolve, reject) => {
        const id = (last += 1)
        waiting.set(id, (told) => {
          waiting.delete(id)
          if ('answer' in told) resolve(told.answer)
          else reject(new Error('refused' in told ? told.refused : told.failed))
        })
        child.send({ id, name, given } satisfies Asked)
      })) as unknown as ClockedProcess['call'],
    stop: async () => {
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}

const RealDate = Date

/** Everything in the process that asks for the time is given this one. */
const shiftClock = (minutesOff: number): void => {
  globalThis.Date = class extends RealDate {
    constructor(...given: unknown[]) {
      if (given.length === 0) super(RealDate.now() + minutesOff * 60_000)
      else super(...(given as [number]))
    }
    static override now(): number {
      return RealDate.now() + minutesOff * 60_000
    }
  } as DateConstructor
}

const serve = async (databaseUrl: string): Promise<void> => {
  const orm = await openOrm(databaseUrl, { poolMax: 4 })
  const log = quietLog()
  const ports = { bus: openLocalBus(log), log }
  const em = orm.em as SqlEntityManager
  const key = (byte: number): Uint8Array => new Uint8Array(32).fill(byte)
  const services = {
    settings: defaultSettings,
    signer: createSigner({ guest: key(1), hold: key(2), link: key(3), ticket: key(4) }),
    seatDesk: createSeatDesk({
      pool: await poolOf(orm),
      settings: defaultSettings,
      publish: (news) => publishNews({ em, ports }, news),
    }),
  }
  const clock = { now: () => new Date() }
  const ctx = (): Ctx =>
    ({
      em: em.fork(),
      actor: { kind: 'anonymous', guestId: '01900000-0000-7000-8000-000000000001', holdToken: null } as Actor,
      locale: 'en',
      clock,
      now: clock.now(),
      requestId: 'test',
      address: null,
      userAgent: null,
      idempotencyKey: null,
      news: null,
      ports,
      services,
    }) as unknown as Ctx

  const calls: Calls = {
    setClock: (minutesOff) => {
      shiftClock(minutesOff)
      return Promise.resolve(clock.now().toISOString())
    },
    hold: (departureId, unitId, seats) => placeHold(ctx(), { departureId, units: [{ unitId, quantity: seats }] }),
    holdState: async (holdId) => (await getHold(ctx(), { holdId })).state,
    extend: async (holdId) => (await extendHold(ctx(), { holdId })).expiresAt,
    release: async (holdId) => (await releaseHold(ctx(), { holdId })).state,
    vacancies: async (departureId) => (await getDeparture(ctx(), { departureId })).vacancies,
  }
  const answer = async ({ id, name, given }: Asked): Promise<Told> => {
    try {
      return { id, answer: await (calls[name] as (...given: unknown[]) => Promise<unknown>)(...given) }
    } catch (error) {
      return isRefusal(error) ? { id, refused: error.code } : { id, failed: String((error as Error).stack) }
    }
  }
  process.on('message', (asked: Asked) => void answer(asked).then((told) => process.send?.(told)))
  process.once('disconnect', () => void services.seatDesk.close().then(() => orm.close()))
  process.send?.('ready')
}

if (process.argv[1] === import.meta.filename) await serve(process.argv[2] as string)
