import { z } from 'zod'
import { placeHoldInput } from '@mayago/core/booking/index.ts'
import { isId } from '@mayago/kernel/ids.ts'

const id = z.string().refine(isId)
const day = z.iso.date()

/** Asks for seats. `key` names the attempt, so that a retry is the same attempt (SEAT-4). */
export const holdMessage = placeHoldInput.extend({ key: z.string().min(1).max(100) })

/** What a client says when it joins an experience's room. */
export const experienceJoin = z.strictObject({ experienceId: id })

/** The months whose departures this client looks at; the last three count. */
export const watchMonth = z.strictObject({ month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/) })

const DAYS_MAX = 31

/** The experiences this client's list or map shows, and the days its cards are about. It replaces what was said before. */
export const showExperiences = z
  .strictObject({ experienceIds: z.array(id).max(50), from: day, to: day })
  .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) <= DAYS_MAX * 86_400_000)

/** A client may say this much in a second, and no message may be longer. */
export const MESSAGES_PER_SECOND = 10
export const MESSAGE_BYTES_MAX = 4 * 1024
