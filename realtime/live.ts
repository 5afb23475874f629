import { assert } from '@mayago/kernel/assert.ts'
import type { App } from '@mayago/core/app.ts'
import type { LogPort } from '@mayago/core/ports/log.ts'
import type { Feed } from './feed.ts'

/** What the rooms of this process share. */
export interface Live {
  app: App
  feed: Feed
  log: LogPort
  /** How many clients one room takes. */
  roomClientsMax: number
}

let current: Live | undefined

/** Rooms are made by Colyseus' matchmaker, of which a process has one; so it has one of these. */
export const setLive = (live: Live | undefined): void => {
  current = live
}

export const getLive = (): Live => {
  assert(current !== undefined, 'attachRooms was called before a room was made')
  return current
}
