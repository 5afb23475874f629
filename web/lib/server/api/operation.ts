import type { z } from 'zod'
import type { RefusalCode } from '@mayago/kernel/errors.ts'
import type { Ctx } from '@mayago/core/context.ts'
import type { Action } from '@mayago/core/identity/access.ts'
import type { LimitName } from '@mayago/core/ports/limits.ts'

export type Tag = 'Catalogue' | 'Holds' | 'Bookings' | 'Live' | 'Account' | 'Security' | 'Partners' | 'Admin'

/**
 * What a caller may show to say who it is: nothing at all, a hold's token, a bearer token (sign-in or API key), or the
 * cookies of our own pages.
 */
export type Credential = 'none' | 'holdToken' | 'bearer' | 'cookie'

/** What proves somebody who is signed in. */
export const SIGNED_IN = ['bearer', 'cookie'] as const satisfies readonly Credential[]

/**
 * How a retried POST hears the same answer (SEAT-4). `useCase`: the use-case keeps it, with its work. `sealed`: the door
 * keeps it, sealed, because it holds a secret or a person's data. `anew`: nothing is kept, each try is answered for itself,
 * because doing it again harms nobody and an old answer would mislead. `none`: no POST, so nothing need be kept.
 */
export type Retries = 'useCase' | 'sealed' | 'anew' | 'none'

/** One operation of the REST API: how it is called, by whom, what goes in and out, and what does the work. */
export interface Operation<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodObject = z.ZodObject> {
  /** The use-case's name, unique in the document: the client's function is called so. */
  operationId: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below /api/v1, with parameters in braces: "/holds/{holdId}". */
  path: string
  tag: Tag
  summary: string
  description?: string
  /** What the table of who may do what calls it; a key's scope follows from it. */
  action: Action
  credentials: readonly Credential[]
  /** What the use-case takes: the parts the path names, the rest from the query of a GET, else from the JSON body. */
  input: Input
  output: Output
  status: 200 | 201 | 202
  /** What it may refuse beyond what every operation may. */
  refusals: readonly RefusalCode[]
  /** The limits a request takes a point from, besides that of the whole API. */
  limits: readonly LimitName[]
  /** Our own pages call it too: what they ask is counted by `limits` alone, as a page is, and not as use of the API. */
  ownPages?: true
  retries: Retries
  /** Asked of whoever comes, before a kept answer is told again: for answers that are only for who signed in recently. */
  admit?(ctx: Ctx): Promise<unknown>
  /** Whether everybody reads the same, so that a cache may keep it as long as it asks again (`ETag`). */
  shared: boolean
  useCase(ctx: Ctx, input: z.output<Input>): Promise<z.output<Output>>
}

/** An operation whatever goes in and out: for lists of them. */
export type AnyOperation = Omit<Operation, 'useCase'>

type Defaults = 'status' | 'refusals' | 'limits' | 'retries' | 'shared' | 'credentials'

/** Declares an operation. A POST must say how retries are answered. */
export const operation = <Input extends z.ZodObject, Output extends z.ZodObject>(
  declared: Omit<Operation<Input, Output>, Defaults> &
    Partial<Pick<Operation<Input, Output>, Defaults>> &
    ({ method: 'POST'; retries: Retries } | { method: 'GET' | 'PUT' | 'PATCH' | 'DELETE' }),
): Operation<Input, Output> => ({
  status: 200,
  refusals: [],
  limits: [],
  retries: 'none',
  shared: false,
  credentials: ['none', 'bearer'],
  ...declared,
})

/** The names in braces. */
export const pathNames = ({ path }: AnyOperation): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string)
