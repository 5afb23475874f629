import type { Room } from '@colyseus/sdk'
import type { DepartureFrame } from '@mayago/core/events/eventMap.ts'
import { buyTicket } from './buyTicket.ts'
import { FrameShelf, type LiveFrames } from './frameShelf.svelte.ts'
import { keepJoined } from './keepJoined.ts'
import { poll, FAILURES_BEFORE_POLLING } from './poll.ts'
import { pollDepartures } from './pollDepartures.ts'
import { type ExperienceInState, framesOf } from './roomFrames.ts'
import { whenQuiet } from './whenQuiet.ts'

/**
 * One experience's departures, live in the months of `frames`. Call it while a component is made; it joins when that is
 * mounted and leaves with it. `renderedAt` is when the server read the frames.
 */
export const liveExperience = (
  experienceId: () => string,
  frames: () => DepartureFrame[],
  renderedAt: () => string,
): LiveFrames => {
  const shelf = new FrameShelf(renderedAt)
  const months = $derived(monthsOf(frames()))
  let room: Room | null = $state.raw(null)

  $effect(() => {
    const id = experienceId()
    let stopPolling: (() => void) | null = null
    const endPolling = (): void => {
      stopPolling?.()
      stopPolling = null
    }
    const stop = keepJoined({
      endpoint: location.origin,
      room: 'experience',
      options: { experienceId: id },
      begin: whenQuiet,
      ticket: buyTicket,
      onJoined: (joined) => {
        endPolling()
        joined.onMessage('monthFailed', () => joined.connection.close())
        joined.onStateChange((changed) => {
          const state = changed as unknown as ExperienceInState
          shelf.take(framesOf(id, state))
          const here = state.months.split(',')
          if (!state.live) shelf.say('stale', state.asOf)
          else if (months.every((month) => here.includes(month))) shelf.say('live')
        })
        room = joined
      },
      onAway: (failures) => {
        room = null
        if (shelf.status !== 'stale') shelf.say('stale')
        if (failures < FAILURES_BEFORE_POLLING || stopPolling !== null) return
        stopPolling = poll(async () => {
          for (const month of months) shelf.takePolled(await pollDepartures(id, `${month}-01`, lastDayOf(month)))
          shelf.say('stale')
        })
      },
    })
    return () => {
      endPolling()
      stop()
    }
  })

  $effect(() => {
    for (const month of months) room?.send('watchMonth', { month })
  })

  return shelf
}

const lastDayOf = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`
}

const monthsOf = (frames: DepartureFrame[]): string[] =>
  frames
    .map(({ localStart }) => localStart.slice(0, 7))
    .filter((month, index, all) => all.indexOf(month) === index)
    .sort()
