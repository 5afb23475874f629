import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { DepartureFrame } from '@mayago/core/events/eventMap.ts'
import { isBookable, monthWeeks } from './calendar.ts'
import { isDay, lastOf, shiftDays, shiftMonths, weekdayIndex } from './days.ts'

const NOW = Date.parse('2027-05-11T12:00:00Z')
const frame = (local: string, more: Partial<DepartureFrame> = {}): DepartureFrame => ({
  departureId: local,
  experienceId: 'x',
  optionId: 'o',
  version: 1,
  capacity: 12,
  vacancies: 8,
  status: 'open',
  priceFrom: { minor: 129_000, currency: 'MXN' },
  localStart: local,
  startsAt: `${local}:00Z`,
  cutoffAt: `${local}:00Z`,
  nextLapseAt: null,
  ...more,
})
const dayOf = (frames: DepartureFrame[], date: string) =>
  monthWeeks('2027-05', frames, '2027-05-11', NOW)
    .flat()
    .find((day) => day?.date === date)

const Calendar = suite('calendar')

Calendar('the present month starts at this week, Monday first', () => {
  const weeks = monthWeeks('2027-05', [], '2027-05-11', NOW)
  assert.is(weeks[0]?.[0]?.date, '2027-05-10')
  assert.is(weeks[0]?.[0]?.state, 'past')
  assert.ok(weeks.every((week) => week.length === 7))
  assert.is(weeks.at(-1)?.[0]?.date, '2027-05-31')
})

Calendar('a day shows the most seats one party could get at one departure, and its lowest price', () => {
  const day = dayOf(
    [
      frame('2027-05-15T06:30', { vacancies: 3, priceFrom: { minor: 145_000, currency: 'MXN' } }),
      frame('2027-05-15T09:00', { vacancies: 7 }),
      frame('2027-05-15T15:30', { vacancies: 0, priceFrom: { minor: 100, currency: 'MXN' } }),
    ],
    '2027-05-15',
  )
  assert.is(day?.seats, 7)
  assert.is(day?.priceMinor, 129_000)
  assert.is(day?.state, 'free')
})

Calendar('a day is full only when nothing on it can be booked', () => {
  const full = frame('2027-05-16T06:30', { vacancies: 0 })
  assert.is(dayOf([full], '2027-05-16')?.state, 'full')
  assert.is(dayOf([full, frame('2027-05-16T09:00', { vacancies: 1 })], '2027-05-16')?.state, 'low')
  assert.is(dayOf([], '2027-05-16')?.state, 'none')
  assert.is(dayOf([frame('2027-05-16T06:30', { status: 'cancelled' })], '2027-05-16')?.state, 'cancelled')
})

Calendar('a departure past its cut-off is not for sale', () => {
  const day = dayOf([frame('2027-05-11T10:00')], '2027-05-11')
  assert.is(day?.state, 'cut_off')
  assert.ok(day && !isBookable(day))
})

Calendar('free sale has no number, and the lowest price is marked only where prices differ', () => {
  assert.is(dayOf([frame('2027-05-17T06:30', { capacity: null, vacancies: null })], '2027-05-17')?.seats, null)
  const same = [frame('2027-05-17T06:30'), frame('2027-05-18T06:30')]
  assert.not(dayOf(same, '2027-05-18')?.isLowest)
  const cheaper = [
    frame('2027-05-17T06:30'),
    frame('2027-05-18T06:30', { priceFrom: { minor: 119_000, currency: 'MXN' } }),
  ]
  assert.ok(dayOf(cheaper, '2027-05-18')?.isLowest)
})

Calendar('days and months step over years and leap days', () => {
  assert.is(shiftDays('2028-02-28', 1), '2028-02-29')
  assert.is(shiftMonths('2027-12', 1), '2028-01')
  assert.is(shiftMonths('2027-01', -1), '2026-12')
  assert.is(lastOf('2027-02'), '2027-02-28')
  assert.is(weekdayIndex('2027-05-10'), 0)
  assert.not(isDay('2027-02-30'))
  assert.ok(isDay('2028-02-29'))
})

Calendar.run()
