import { z } from 'zod'
import { PAGE_SIZE_MAX } from '@mayago/kernel/page.ts'
import { instant, localDate, optional, uuid, whole } from '../inputParts.ts'
import { listOrder } from '../listOrder.ts'

export const DAYS_MAX = 62

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000

export const departureOrder = listOrder({ startsAt: 'the earliest first', '-startsAt': 'the latest first' })

export const listDeparturesInput = z
  .object({
    experienceId: uuid,
    from: localDate,
    to: localDate,
    sort: departureOrder.input,
    limit: optional(whole(1, PAGE_SIZE_MAX)),
    cursor: optional(z.string().max(400)),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not be before from' })
  .refine(({ from, to }) => dayNumber(to) - dayNumber(from) < DAYS_MAX, {
    path: ['to'],
    message: `must be within ${DAYS_MAX} days`,
  })
export type ListDeparturesInput = Pick<z.output<typeof listDeparturesInput>, 'experienceId' | 'from' | 'to'> &
  Partial<z.output<typeof listDeparturesInput>>

export const getDepartureInput = z.object({ departureId: uuid })
export type GetDepartureInput = z.output<typeof getDepartureInput>

export const getDepartureFramesInput = z.object({
  experienceIds: z.array(uuid).min(1).max(50),
  from: optional(localDate),
  to: optional(localDate),
})
export type GetDepartureFramesInput = Pick<z.output<typeof getDepartureFramesInput>, 'experienceIds'> &
  Partial<z.output<typeof getDepartureFramesInput>>

export const nextFreeInput = z.object({
  experienceId: uuid,
  seats: whole(1, PAGE_SIZE_MAX),
  after: instant.transform((text) => new Date(text)),
})
export type NextFreeInput = z.output<typeof nextFreeInput>

export const changeCapacityInput = z.object({ departureId: uuid, capacity: z.int().min(0).max(10_000).nullable() })
export type ChangeCapacityInput = z.output<typeof changeCapacityInput>
