import { defineEntity, p } from '@mikro-orm/postgresql'

const ScheduleSchema = defineEntity({
  name: 'Schedule',
  tableName: 'schedules',
  properties: {
    id: p.uuid().primary(),
    optionId: p.uuid(),
    seasonFrom: p.date().nullable(),
    seasonTo: p.date().nullable(),
    weekdays: p.array((day) => Number(day)),
    localTimes: p.array(),
    // Closing earlier than opening is on the following day.
    opensAt: p.time().nullable(),
    closesAt: p.time().nullable(),
    capacity: p.integer().nullable(),
  },
})
export class Schedule extends ScheduleSchema.class {}
ScheduleSchema.setClass(Schedule)

const ScheduleExceptionSchema = defineEntity({
  name: 'ScheduleException',
  tableName: 'schedule_exceptions',
  properties: {
    scheduleId: p.uuid().primary(),
    localDate: p.date().primary(),
    kind: p.enum(['closed', 'capacity'] as const),
    capacity: p.integer().nullable(),
  },
})
export class ScheduleException extends ScheduleExceptionSchema.class {}
ScheduleExceptionSchema.setClass(ScheduleException)

const DepartureSchema = defineEntity({
  name: 'Departure',
  tableName: 'departures',
  properties: {
    id: p.uuid().primary(),
    experienceId: p.uuid(),
    optionId: p.uuid(),
    scheduleId: p.uuid().nullable(),
    localDate: p.date(),
    // A wall-clock time, without a zone: kept as text so that nothing turns it into an instant.
    localStart: p.string().columnType('timestamp'),
    timeZone: p.string(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    cutoffAt: p.datetime(),
    capacity: p.integer().nullable(),
    capacityOverridden: p.boolean().default(false),
    seatsTaken: p.integer().default(0),
    status: p.enum(['open', 'closed', 'cancelled'] as const).default('open'),
    priceOverrides: p.json<Record<string, number>>().nullable(),
    priceFromMinor: p.bigint('number'),
    currency: p.string(),
    version: p.bigint('number').default(1),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
})
export class Departure extends DepartureSchema.class {}
DepartureSchema.setClass(Departure)
