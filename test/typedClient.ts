import { randomUUID } from 'node:crypto'
import { createClient, createConfig, type Client } from '../web/lib/client/client/index.ts'

/** What the functions of the generated client take as `client` to speak to the product at `url`. */
export const clientOf = (url: string): Client => createClient(createConfig({ baseUrl: `${url}/api/v1` }))

/** The header that makes a POST an attempt of its own. */
export const oneAttempt = (): { 'Idempotency-Key': string } => ({ 'Idempotency-Key': randomUUID() })

/** What a call of the generated client answers that must succeed; throws with the problem where it does not. */
export const good = async <Data>(
  call: Promise<{ data: Data; error: unknown; response?: Response }>,
): Promise<Exclude<Data, undefined>> => {
  const { data, error, response } = await call
  if (data !== undefined) return data as Exclude<Data, undefined>
  throw new Error(`${response?.url ?? 'a call'} answered ${response?.status ?? 'nothing'}`, { cause: error })
}
