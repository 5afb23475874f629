import ICAL from 'ical.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { makeBookingView, makeItem } from './testing/makeBookingView.ts'
import { renderCalendar } from './renderCalendar.ts'

const now = new Date('2027-05-01T10:05:00Z')
const parse = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const zone = calendar.getFirstSubcomponent('vtimezone')
  const vevent = calendar.getFirstSubcomponent('vevent')
  if (!vevent) throw new Error('no event')
  // A calendar knows only the zones that the file describes.
  ICAL.TimezoneService.reset()
  if (zone) ICAL.TimezoneService.register(zone)
  return { method: calendar.getFirstPropertyValue('method'), event: new ICAL.Event(vevent), vevent }
}
const render = (booking = makeBookingView()) => parse(renderCalendar(booking, { locale: 'en', now, url: null }))

const Calendar = suite('renderCalendar')

Calendar('[TIME-1] starts at the wall time of the place and at the very instant of the departure', () => {
  const { event } = render()
  assert.is(event.startDate.toString(), '2027-05-15T06:30:00')
  assert.is(event.startDate.zone.tzid, 'America/Merida')
  assert.is(event.startDate.toJSDate().toISOString(), '2027-05-15T12:30:00.000Z')
  assert.is(event.endDate.toJSDate().toISOString(), '2027-05-15T15:45:00.000Z')
})

const PLACES: [string, string, string, string][] = [
  ['Pacific/Auckland', '2027-09-25T22:00', '2027-09-25T10:00:00.000Z', '2027-09-25T20:00:00.000Z'],
  ['Europe/Lisbon', '2027-10-30T22:00', '2027-10-30T21:00:00.000Z', '2027-10-31T08:00:00.000Z'],
  ['Asia/Kuwait', '2027-07-01T05:00', '2027-07-01T02:00:00.000Z', '2027-07-01T04:00:00.000Z'],
  ['Asia/Tokyo', '2027-02-20T09:00', '2027-02-20T00:00:00.000Z', '2027-02-20T12:00:00.000Z'],
]
for (const [timeZone, localStart, startsAt, endsAt] of PLACES) {
  Calendar(`[TIME-1] says the same instants in ${timeZone}, over a change of the clocks too`, () => {
    const departure = { id: 'd', localStart, startsAt, endsAt, timeZone }
    const { event } = render(makeBookingView({ departure }))
    assert.is(event.startDate.toJSDate().toISOString(), startsAt)
    assert.is(event.endDate.toJSDate().toISOString(), endsAt)
  })
}

Calendar('keeps its UID for the booking; DTSTAMP is in UTC', () => {
  const text = renderCalendar(makeBookingView(), { locale: 'en', now, url: null })
  assert.match(text, /\r\nUID:01980000-0000-7000-8000-000000000001@mayago\r\n/)
  assert.match(text, /\r\nDTSTAMP:20270501T100500Z\r\n/)
  assert.is(render().method, 'PUBLISH')
  assert.is(render().event.sequence, 0)
})

Calendar('somebody less raises SEQUENCE; nobody left takes the entry back with METHOD:CANCEL', () => {
  const items = [makeItem(0), makeItem(1, { state: 'cancelled' })]
  const fewer = render(makeBookingView({ items }))
  assert.equal([fewer.method, fewer.event.sequence], ['PUBLISH', 1])
  const gone = items.map((item) => ({ ...item, state: 'cancelled' as const }))
  const cancelled = render(makeBookingView({ state: 'cancelled', items: gone }))
  assert.equal([cancelled.method, cancelled.event.sequence], ['CANCEL', 2])
  assert.is(cancelled.vevent.getFirstPropertyValue('status'), 'CANCELLED')
  assert.is(cancelled.event.uid, render().event.uid)
})

Calendar('text from providers cannot break out of its line', () => {
  const { experience } = makeBookingView()
  const title = 'Boat; sea, sun\r\nBEGIN:VALARM'
  const text = renderCalendar(makeBookingView({ experience: { ...experience, title } }), {
    locale: 'en',
    now,
    url: null,
  })
  assert.not.match(text, /^BEGIN:VALARM/m)
  assert.match(parse(text).event.summary, /^Boat; sea, sun/)
})

Calendar.run()
