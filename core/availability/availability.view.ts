import { z } from 'zod'
import { departureFrame } from '../events/eventMap.ts'
import { idView, instantView, pageOf, timeZoneView } from '../viewParts.ts'

/** A departure as REST and pages show it. `id` equals the frame's `departureId`. */
export const departureView = departureFrame
  .omit({ departureId: true, nextLapseAt: true })
  .extend({
    id: idView,
    timeZone: timeZoneView,
    endsAt: instantView,
    bookable: z
      .boolean()
      .meta({ description: 'Whether it can be held now: open, before its cut-off, with a vacancy.' }),
  })
  .meta({ id: 'Departure' })
export type DepartureView = z.infer<typeof departureView>

export const departurePage = pageOf(departureView).meta({ id: 'DeparturePage' })
