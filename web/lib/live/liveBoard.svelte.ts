import type { Room } from '@colyseus/sdk'
import type { DepartureFrame } from '@mayago/core/events/eventMap.ts'
import { buyTicket } from './buyTicket.ts'
import { FrameShelf, type LiveFrames } from './frameShelf.svelte.ts'
import { keepJoined } from './keepJoined.ts'
import { poll, FAILURES_BEFORE_POLLING } from './poll.ts'
import { pollDepartures } from './pollDepartures.ts'
import { whenQuiet } from './whenQuiet.ts'

const EXPERIENCES_MAX = 50
const DAYS_MAX = 31

interface Shows {
  experienceIds: string[]
  from: string
  to: string
}

/**
 * The departures that a list's cards show, live. Call it while a component is made; it joins when that is mounted and
 * leaves with it. `renderedAt` is when the server read the frames.
 */
export const liveBoard = (frames: () => DepartureFrame[], renderedAt: () => string): LiveFrames => {
  const shelf = new FrameShelf(renderedAt)
  // As text, so that equal answers ask for nothing.
  const shows = $derived(JSON.stringify(showsOf(frames())))
  const isEmpty = $derived(frames().length === 0)
  let room: Room | null = $state.raw(null)

  $effect(() => {
    if (isEmpty) return
    let stopPolling: (() => void) | null = null
    const endPolling = (): void => {
      stopPolling?.()
      stopPolling = null
    }
    const stop = keepJoined({
      endpoint: location.origin,
      room: 'board',
      options: {},
      begin: whenQuiet,
      ticket: buyTicket,
      onJoined: (joined) => {
        endPolling()
        let live = false
        let asOf: number | undefined
        let read = false
        const say = (): void => (live && read ? shelf.say('live') : live ? undefined : shelf.say('stale', asOf))
        joined.onMessage('showFailed', () => joined.connection.close())
        joined.onMessage('liveness', (liveness: { live: boolean; asOf: number }) => {
          ;({ live, asOf } = liveness)
          say()
        })
        joined.onMessage('frames', (changed: DepartureFrame[]) => {
          read = true
          shelf.take(changed)
          say()
        })
        room = joined
      },
      onAway: (failures) => {
        room = null
        if (shelf.status !== 'stale') shelf.say('stale')
        if (failures < FAILURES_BEFORE_POLLING || stopPolling !== null) return
        stopPolling = poll(async () => {
          const { experienceIds, from, to } = JSON.parse(shows) as Shows
          for (const id of experienceIds) shelf.takePolled(await pollDepartures(id, from, to))
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
    if (room !== null && !isEmpty) room.send('show', JSON.parse(shows))
  })

  return shelf
}

const showsOf = (frames: DepartureFrame[]): Shows => {
  const days = frames.map(({ localStart }) => localStart.slice(0, 10)).sort()
  const from = days[0] ?? ''
  const last = from === '' ? '' : new Date(Date.parse(from) + DAYS_MAX * 86_400_000).toISOString().slice(0, 10)
  const to = days.findLast((day) => day <= last) ?? from
  const experienceIds = [...new Set(frames.map(({ experienceId }) => experienceId))].slice(0, EXPERIENCES_MAX)
  return { experienceIds, from, to }
}
