import type { DepartureFrame } from '@mayago/core/events/eventMap.ts'
import type { DepartureView } from '@mayago/core/availability/availability.view.ts'

/** A polled reading does not say when the next hold lapses; so any live one of the same version is later (LIVE-1). */
const UNKNOWN_LAPSE = new Date(0).toISOString()

/** Reads the departures of some days over REST: what remains where a WebSocket can't be had. */
export const pollDepartures = async (experienceId: string, from: string, to: string): Promise<DepartureFrame[]> => {
  const query = new URLSearchParams({ from, to, limit: '100' })
  const response = await fetch(`/api/v1/experiences/${experienceId}/departures?${query}`)
  if (!response.ok) throw new Error(`departures answered ${response.status}`)
  const { items } = (await response.json()) as { items: DepartureView[] }
  return items.map(({ id, ...seen }) => ({ ...seen, departureId: id, nextLapseAt: UNKNOWN_LAPSE }))
}
