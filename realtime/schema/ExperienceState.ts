import { MapSchema, schema, type SchemaType, t } from '@colyseus/schema'

/** One departure as everybody may see it. Numbers that can be absent have a value that says so. */
export const DepartureState = schema(
  {
    optionId: t.string(),
    version: t.uint32(),
    /** -1 for free sale. */
    capacity: t.int32(),
    vacancies: t.int32(),
    status: t.string(),
    priceMinor: t.number(),
    currency: t.string(),
    localStart: t.string(),
    /** Milliseconds since the epoch. */
    startsAt: t.float64(),
    cutoffAt: t.float64(),
    /** 0 when nothing is held. */
    nextLapseAt: t.float64(),
  },
  'Departure',
)
export type DepartureState = SchemaType<typeof DepartureState>

export const ExperienceState = schema(
  {
    /** False while news may be getting lost; the numbers are then as of `asOf`. */
    live: t.boolean(),
    /** Milliseconds since the epoch. */
    asOf: t.float64(),
    /** The months whose departures are all here, such as "2027-01,2027-02". */
    months: t.string(),
    departures: t.map(DepartureState),
  },
  'Experience',
)
export type ExperienceState = SchemaType<typeof ExperienceState>
export const makeExperienceState = (live: boolean, asOf: number): ExperienceState => {
  const state = new ExperienceState()
  state.live = live
  state.asOf = asOf
  state.months = ''
  state.departures = new MapSchema()
  return state
}
