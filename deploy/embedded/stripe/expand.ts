import { asOfNow } from './movements.ts'
import type { Call } from './store.ts'
import { invalidRequest } from './stripeError.ts'

const DEPTH_MAX = 4

/** Replaces ids by the objects they name, along paths such as `latest_charge` or `data.payment_intent`. */
export const expand = async (call: Call, answer: unknown, paths: readonly string[]): Promise<unknown> => {
  const copy = structuredClone(answer)
  for (const path of paths) {
    const steps = path.split('.')
    if (steps.length > DEPTH_MAX)
      throw invalidRequest(`You cannot expand more than ${DEPTH_MAX} levels of a property.`, { param: 'expand' })
    await expandOne(call, copy, steps, path)
  }
  return copy
}

const expandOne = async (
  call: Call,
  target: unknown,
  [step, ...rest]: readonly string[],
  path: string,
): Promise<void> => {
  if (step === undefined || target === null || target === undefined) return
  if (Array.isArray(target)) {
    for (const item of target) await expandOne(call, item, [step, ...rest], path)
    return
  }
  if (typeof target !== 'object' || !(step in target))
    throw invalidRequest(`This property cannot be expanded (${path}).`, { param: 'expand' })
  const holder = target as Record<string, unknown>
  const value = holder[step]
  if (typeof value === 'string') {
    const { rows } = await call.db.query<{ data: unknown }>('SELECT data FROM stripe_sandbox.objects WHERE id = $1', [
      value,
    ])
    if (rows[0] === undefined) throw invalidRequest(`This property cannot be expanded (${path}).`, { param: 'expand' })
    holder[step] = asOfNow(call, rows[0].data)
  }
  await expandOne(call, holder[step], rest, path)
}
