/** What configuration decides about the domain's rules. Zero switches a cap off. */
export interface Settings {
  /** Where people reach us, without a trailing slash: for links in mails. */
  publicOrigin: string
  /** Other origins whose pages may call the API from a browser, without credentials. */
  apiOrigins: readonly string[]
  holdMinutes: number
  extensionMinutes: number
  /** SEAT-6: the longest any hold may last. */
  holdMinutesMax: number
  /** Seats one may hold at a time, by guest cookie, user and address. */
  seatCaps: { guest: number; user: number; address: number }
  /** How long an admin may act as somebody before doing so anew. */
  actingMinutes: number
  /** How long after a code by text message another may be asked for. */
  smsAgainSeconds: number
  /** Requests that may wait at one departure's seat desk before the next is told to come back. */
  deskQueueMax: number
  /** How many days ahead departures exist. */
  horizonDays: number
}

export const defaultSettings: Settings = {
  publicOrigin: 'http://localhost:3000',
  apiOrigins: [],
  holdMinutes: 15,
  extensionMinutes: 10,
  holdMinutesMax: 30,
  seatCaps: { guest: 40, user: 40, address: 200 },
  actingMinutes: 60,
  smsAgainSeconds: 30,
  deskQueueMax: 4000,
  horizonDays: 180,
}
