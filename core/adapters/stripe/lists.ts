import type { Ask } from './ask.ts'

/** A page of a list, as our ports ask for it. */
interface PageOf {
  since?: Date | undefined
  after?: string | null | undefined
}

/** The same as Stripe is asked for it, a hundred at a time, its longest page (https://docs.stripe.com/api/pagination). */
export const pageOf = ({ since, after }: PageOf) => ({
  limit: 100,
  ...(since === undefined ? {} : { created: { gte: Math.floor(since.getTime() / 1000) } }),
  ...(after === undefined || after === null ? {} : { starting_after: after }),
})

/** What goes into `after` for the page behind this one; null for the last. */
export const nextOf = ({ data, has_more }: { data: readonly { id: string }[]; has_more: boolean }): string | null =>
  has_more ? (data.at(-1)?.id ?? null) : null

/** The object that carries our own row's id under this name in its metadata; null when the list has none. */
export const findOurs = async <T extends { metadata: Record<string, string> | null }>(
  ask: Ask,
  name: string,
  rowId: string,
  list: () => Promise<{ data: T[] }>,
): Promise<T | null> => (await ask(rowId, list)).data.find(({ metadata }) => metadata?.[name] === rowId) ?? null
