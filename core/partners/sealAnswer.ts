import type { Ctx } from '../context.ts'

export interface SealedAnswer {
  sealed: string
}

/**
 * Lets `work` keep an answer with a secret in it for its retries (SEAT-4): what is kept is sealed, and opened for whoever
 * retries with the same key.
 */
export const sealAnswer = async <Answer extends object>(
  ctx: Ctx,
  route: string,
  work: (seal: (answer: Answer) => SealedAnswer) => Promise<SealedAnswer>,
): Promise<Answer> => {
  const { sealer } = ctx.services
  const place = `idempotency_keys.answer:${route}`
  const { sealed } = await work((answer) => ({ sealed: sealer.seal(place, JSON.stringify(answer)) }))
  return JSON.parse(sealer.open(place, sealed)) as Answer
}
