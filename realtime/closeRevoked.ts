import { CloseCode, type Room } from '@colyseus/core'
import type { BusPort } from '@mayago/core/ports/bus.ts'
import { type EventMap, subjectsOf } from '@mayago/core/events/eventMap.ts'
import { type LiveAuth, loginsOf } from './auth.ts'

/** Closes the sockets of a login as soon as it is revoked, in whichever room they are. */
export const closeRevoked = (bus: BusPort, rooms: Iterable<Room>): (() => void) =>
  bus.subscribe(subjectsOf('login.revoked'), (payload) => {
    const { login } = JSON.parse(payload) as EventMap['login.revoked']
    for (const room of rooms) {
      for (const client of room.clients) {
        if (loginsOf((client.auth as LiveAuth).actor).includes(login))
          client.leave(CloseCode.WITH_ERROR, 'login_revoked')
      }
    }
  })
