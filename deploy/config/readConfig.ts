import type { z } from 'zod'
import { makeSecrets } from './makeSecrets.ts'
import { SECRETS, variables, type Environment } from './variables.ts'

type SecretName = (typeof SECRETS)[number]

export interface Config extends Omit<Environment, SecretName | 'PUBLIC_ORIGIN'>, Record<SecretName, Uint8Array> {
  PUBLIC_ORIGIN: string
  /** True while nothing but embedded services is in use: demo world, dev inbox and payment sandbox exist. */
  embedded: boolean
}

/** A configuration that cannot be used; its message names every variable at fault. */
export class BadConfig extends Error {}

const REAL_SERVICES = [
  'DATABASE_URL',
  'NATS_URL',
  'REDIS_URL',
  'STRIPE_SECRET_KEY',
  'SENDGRID_API_KEY',
  'TWILIO_ACCOUNT_SID',
] as const

/** Where the first is set, the others must be. */
const TOGETHER = [
  ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'],
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  ['FACEBOOK_CLIENT_ID', 'FACEBOOK_CLIENT_SECRET'],
] as const satisfies readonly (keyof Environment)[][]

/** What is embedded in a process ends at its edge: several of them need the real service. */
const SHARED = ['NATS_URL', 'REDIS_URL', 'SENDGRID_API_KEY'] as const

/**
 * Reads and checks the environment, once, for `npm start` or for one role of several processes. An empty variable counts
 * as unset. Throws BadConfig.
 */
export const readConfig = (env: NodeJS.ProcessEnv, role?: string): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, text]) => text !== ''))
  const parsed = variables.safeParse(given)
  const missing = findMissing(given, role)
  if (!parsed.success) throw badConfig([...parsed.error.issues.map(describe), ...missing])
  const embedded = realServices(given).length === 0
  const faults = [...missing, ...findClashes(parsed.data, embedded)]
  if (faults.length > 0) throw badConfig(faults)
  return {
    ...parsed.data,
    ...(embedded ? makeSecrets(parsed.data) : requireSecrets(parsed.data)),
    PUBLIC_ORIGIN: parsed.data.PUBLIC_ORIGIN ?? `http://localhost:${parsed.data.PORT}`,
    embedded,
  }
}

const realServices = (given: NodeJS.ProcessEnv): string[] => REAL_SERVICES.filter((name) => given[name] !== undefined)

const badConfig = (faults: string[]): BadConfig =>
  new BadConfig(`The configuration cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)

const describe = (issue: z.core.$ZodIssue): string => {
  const message = issue.code === 'invalid_value' ? `must be one of ${issue.values.join(', ')}` : issue.message
  return `${issue.path.join('.')} ${message}`
}

/** The payment sandbox takes test cards for money: it must not come in where anything real is at stake. */
const STRIPE_KEYS = ['STRIPE_SECRET_KEY', 'STRIPE_PUBLISHABLE_KEY', 'STRIPE_WEBHOOK_SECRET'] as const

/** What those that are set make necessary, whatever else is wrong with them. */
const findMissing = (given: NodeJS.ProcessEnv, role?: string): string[] => {
  const [real] = realServices(given)
  const faults: string[] = []
  const need = (names: readonly string[], because: string): void => {
    for (const name of names) if (given[name] === undefined) faults.push(`${name} must be set, because ${because}`)
  }
  if (role !== undefined)
    need([...SHARED, ...SECRETS, ...STRIPE_KEYS], `${role} is one of several processes (npm start needs none of these)`)
  else if (real !== undefined) need([...SECRETS, ...STRIPE_KEYS], `${real} names a real service`)
  for (const [first, ...others] of TOGETHER) if (given[first] !== undefined) need(others, `${first} is`)
  return faults
}

/** What no single variable shows. */
const findClashes = (environment: Environment, embedded: boolean): string[] => [
  ...(environment.REDIS_URL !== undefined && environment.REDIS_CACHE_DB === environment.REDIS_LIMITS_DB
    ? ['REDIS_LIMITS_DB must differ from REDIS_CACHE_DB, so that eviction never drops a revocation']
    : []),
  ...(environment.WEBHOOKS_LOOPBACK && !embedded
    ? ['WEBHOOKS_LOOPBACK must be 0 where a real service is in use: strangers name the addresses']
    : []),
]

const requireSecrets = (environment: Environment): Record<SecretName, Uint8Array> =>
  Object.fromEntries(SECRETS.map((name) => [name, environment[name]])) as Record<SecretName, Uint8Array>
