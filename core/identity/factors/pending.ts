import type { Ctx } from '../../context.ts'

type Pending = 'totp' | 'sms'

const SECONDS = 900

/** What is offered and not confirmed yet lasts a quarter of an hour, sealed, and apart from the factors that count. */
export const keepPending = ({ ports, services }: Ctx, what: Pending, userId: string, text: string): Promise<void> =>
  ports.marks.set(keyOf(what, userId), services.sealer.seal(keyOf(what, userId), text), SECONDS)

export const findPending = async ({ ports, services }: Ctx, what: Pending, userId: string): Promise<string | null> => {
  const sealed = await ports.marks.get(keyOf(what, userId))
  return sealed === null ? null : services.sealer.open(keyOf(what, userId), sealed)
}

export const forgetPending = ({ ports }: Ctx, what: Pending, userId: string): Promise<void> =>
  ports.marks.delete(keyOf(what, userId))

const keyOf = (what: Pending, userId: string): string => `pending:${what}:${userId}`
