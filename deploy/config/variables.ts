import { z } from 'zod'

/** "points/seconds", or 0 for none. */
const limit = (fallback: string) =>
  z
    .string()
    .regex(/^(0|[1-9]\d*\/[1-9]\d*)$/, 'must be "points/seconds" like 60/60, or 0 for none')
    .transform((text) => {
      const [points, seconds] = text.split('/').map(Number)
      return points && seconds ? { points, seconds } : null
    })
    .prefault(fallback)

const wholeNumber = (min: number, max: number) => {
  const says = `must be a whole number from ${min} to ${max}`
  return z
    .string()
    .regex(/^\d{1,9}$/, says)
    .transform(Number)
    .refine((n) => n >= min && n <= max, says)
}

const serviceUrl = (...schemes: string[]) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1)), {
    error: `must be a URL that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  })

const natsUrls = z
  .string()
  .regex(/^(nats|tls):\/\/[^\s,]+(,(nats|tls):\/\/[^\s,]+)*$/, 'must be nats://host:port, several separated by commas')

const origin = z
  .string()
  .refine(
    (text) => /^https?:\/\/[^/?#]+$/.test(text) && URL.canParse(text),
    'must be like https://mayago.example, without a path',
  )

const secret = z
  .string()
  .refine((text) => /^[\w-]{43}$/.test(text), 'must be 32 random bytes in base64url (43 characters)')
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64url')))

const keys = (what: string) =>
  z
    .string()
    .regex(/^[\w-]{43}(,[\w-]{43})*$/, `must be ${what}, separated by commas`)
    .transform((text) => text.split(',').map((key) => new Uint8Array(Buffer.from(key, 'base64url'))))
    .optional()

const startingWith = (...prefixes: string[]) =>
  z
    .string()
    .refine((text) => prefixes.some((prefix) => text.startsWith(prefix)), `must start with ${prefixes.join(' or ')}`)

/** Every environment variable. `readConfig` alone reads the environment; `.env.example` is made from this. */
export const variables = z.object({
  PORT: wholeNumber(1, 65_535).prefault('3000').describe('The one port for pages, API and rooms.'),
  HOST: z.string().min(1).prefault('0.0.0.0').describe('The address to listen on.'),
  PUBLIC_ORIGIN: origin.optional().describe('How the world reaches it; http://localhost:PORT when unset.'),
  INTERNAL_PORT: wholeNumber(0, 65_535).prefault('0').describe('Metrics, for your own network; 0 is off.'),
  TRUST_PROXY: wholeNumber(0, 10)
    .prefault('0')
    .describe('How many proxies of yours stand in front: their X-Forwarded-* are believed.'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
    .prefault('info')
    .describe('The least that is logged: trace, debug, info, warn, error or silent.'),

  DATA_DIR: z.string().min(1).prefault('./var').describe('Where embedded services keep everything.'),
  DATABASE_URL: serviceUrl('postgres', 'postgresql').optional().describe('PostgreSQL 18; embedded when unset.'),
  DATABASE_POOL: wholeNumber(2, 500).prefault('20').describe('Connections that one process may hold.'),
  NATS_URL: natsUrls.optional().describe('NATS, for news between processes; in-process when unset.'),
  REDIS_URL: serviceUrl('redis', 'rediss').optional().describe('Redis, for cache and limits; memory when unset.'),
  REDIS_CACHE_DB: wholeNumber(0, 15).prefault('0').describe('Its logical database for what may be evicted.'),
  REDIS_LIMITS_DB: wholeNumber(0, 15).prefault('1').describe('Its logical database for limits and revocations.'),

  STRIPE_SECRET_KEY: startingWith('sk_', 'rk_')
    .optional()
    .describe('Stripe; the built-in sandbox when unset and all is embedded.'),
  STRIPE_PUBLISHABLE_KEY: startingWith('pk_').optional().describe('Its public half, for browsers.'),
  STRIPE_WEBHOOK_SECRET: startingWith('whsec_')
    .optional()
    .describe('Signs what Stripe posts to /api/v1/stripe/webhook.'),
  STRIPE_API_BASE: serviceUrl('http', 'https')
    .optional()
    .describe("Another address of Stripe's API, such as the sandbox as a process of its own."),
  STRIPE_WEBHOOK_ORIGIN: origin
    .optional()
    .describe('Where the sandbox as a process of its own posts webhooks; PUBLIC_ORIGIN when unset.'),
  SENDGRID_API_KEY: startingWith('SG.')
    .optional()
    .describe('SendGrid; when unset mails are kept, and shown in the dev inbox while all is embedded.'),
  SENDGRID_API_BASE: serviceUrl('http', 'https')
    .prefault('https://api.sendgrid.com')
    .describe('Another address of its API, such as its EU region.'),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>]+ <[^@\s<>]+@[^@\s<>]+>$/, 'must be like: MayaGo <hello@mayago.example>')
    .prefault('MayaGo <hello@mayago.example>')
    .describe('Who mails are from.'),

  TWILIO_ACCOUNT_SID: startingWith('AC')
    .optional()
    .describe('Twilio; when unset text messages are kept, and shown in the dev inbox while all is embedded.'),
  TWILIO_AUTH_TOKEN: z.string().min(1).optional().describe('Its token; also checks the signatures of its callbacks.'),
  TWILIO_FROM: z
    .string()
    .regex(/^(\+[1-9]\d{6,14}|MG\w+)$/, 'must be a number like +15005550006, or a messaging service')
    .optional()
    .describe('Who text messages are from.'),
  TWILIO_API_BASE: serviceUrl('http', 'https').optional().describe("Another address of Twilio's API."),

  GOOGLE_CLIENT_ID: z.string().min(1).optional().describe('Sign-in with Google; not offered when unset.'),
  GOOGLE_CLIENT_SECRET: z.string().min(1).optional().describe('Its secret.'),
  GOOGLE_ISSUER: serviceUrl('http', 'https')
    .prefault('https://accounts.google.com')
    .describe('Another OpenID issuer in its place.'),
  FACEBOOK_CLIENT_ID: z.string().min(1).optional().describe('Sign-in with Facebook; not offered when unset.'),
  FACEBOOK_CLIENT_SECRET: z.string().min(1).optional().describe('Its secret.'),
  FACEBOOK_API_BASE: serviceUrl('http', 'https')
    .prefault('https://graph.facebook.com')
    .describe('Another address of its API.'),
  FACEBOOK_DIALOG_BASE: serviceUrl('http', 'https')
    .prefault('https://www.facebook.com')
    .describe('Another address of its sign-in page.'),

  API_ORIGINS: z
    .string()
    .regex(
      /^(https?:\/\/[^/?#,\s]+)(,https?:\/\/[^/?#,\s]+)*$/,
      'must be origins like https://partner.example, separated by commas',
    )
    .transform((text) => text.split(','))
    .optional()
    .describe('Origins whose pages may call /api/v1 from a browser.'),

  WEBHOOKS_LOOPBACK: z
    .enum(['0', '1'])
    .prefault('0')
    .transform((text) => text === '1')
    .describe('1 lets webhooks go to this very machine, over http too, to try them; only while all is embedded.'),

  LIMITS_API: limit('1000/3600').describe(
    'Requests to /api/v1 per user or key, else per address: "points/seconds", 0 is none.',
  ),
  LIMITS_PAGES: limit('600/60').describe('Forms sent and things done on pages, per address.'),
  LIMITS_SIGN_IN: limit('10/60').describe('Tries to sign in per address, and per account.'),
  LIMITS_REGISTRATION: limit('10/3600').describe('Registrations per address.'),
  LIMITS_RESET: limit('5/3600').describe(
    'Mails to set a new password or verify an address, per address and per account.',
  ),
  LIMITS_SECOND_FACTOR: limit('5/300').describe('Codes tried or sent per account.'),
  SMS_AGAIN_SECONDS: wholeNumber(0, 600)
    .prefault('30')
    .describe('How long after a code by text message another may be asked for; 0 is no wait.'),
  PASSWORD_QUEUE_MAX: wholeNumber(1, 10_000)
    .prefault('20')
    .describe(
      'Passwords that may wait to be hashed, one at a time in a process, before the next is told to come back.',
    ),
  LIMITS_HOLDS: limit('60/60').describe('Holds placed per address, by page, room or API.'),
  LIMITS_SEARCH: limit('240/60').describe('Searches and pages that search, per address.'),
  LIMITS_CHECKOUT: limit('30/60').describe('Bookings and payments started per address.'),
  LIMITS_LIVE_TICKETS: limit('120/60').describe('Tickets for live rooms per address.'),
  SEAT_QUEUE_MAX: wholeNumber(1, 1_000_000)
    .prefault('4000')
    .describe('Requests that may wait for seats of one departure before the next is told to come back.'),
  HOLD_CAP_GUEST: wholeNumber(0, 1_000_000)
    .prefault('40')
    .describe('Seats held at one time per guest cookie; 0 is no cap.'),
  HOLD_CAP_USER: wholeNumber(0, 1_000_000).prefault('40').describe('The same per user.'),
  HOLD_CAP_ADDRESS: wholeNumber(0, 1_000_000).prefault('200').describe('The same per address.'),

  ACTING_MINUTES: wholeNumber(1, 1440)
    .prefault('60')
    .describe('How long an admin may act as a traveler before doing so anew.'),

  GUEST_SECRET: secret.optional().describe('Signs guest cookies.'),
  HOLD_SECRET: secret.optional().describe('Signs hold tokens.'),
  LINK_SECRET: secret.optional().describe('Signs links in mails.'),
  TICKET_SIGNING_KEY: secret.optional().describe('The seed of the Ed25519 key that signs tickets.'),
  AUDIT_SIGNING_KEY: secret.optional().describe("The seed of the Ed25519 key that signs the audit log's head."),
  AUDIT_PUBLIC_KEYS_OLD: keys('public halves of former AUDIT_SIGNING_KEYs').describe(
    'Public halves of former AUDIT_SIGNING_KEYs, whose heads stay good; npm run audit:verify prints the present one.',
  ),
  FIELD_KEY: secret.optional().describe('Seals phones, second-factor secrets and other fields in the database.'),
  FIELD_KEYS_OLD: keys('former FIELD_KEYs').describe(
    'Former FIELD_KEYs, which still open what they sealed until npm run fields:rotate is through.',
  ),
})
export type Environment = z.output<typeof variables>

/** What .env.example puts above a variable's group, by the group's first variable. */
export const headings: Partial<Record<keyof Environment, string>> = {
  PORT: 'Where it listens',
  DATA_DIR: 'Where data lives: naming a service swaps it in for the embedded one',
  STRIPE_SECRET_KEY: 'Payments, mail and text messages',
  GOOGLE_CLIENT_ID: 'Signing in elsewhere',
  API_ORIGINS: 'The API',
  LIMITS_API: 'Limits',
  GUEST_SECRET:
    'Secrets: 32 random bytes each, in base64url (openssl rand 32 | basenc --base64url | tr -d =).\n# Made once into DATA_DIR/secrets while everything is embedded; must be set as soon as one real service is, and so must the keys of Stripe.',
}

export const SECRETS = [
  'GUEST_SECRET',
  'HOLD_SECRET',
  'LINK_SECRET',
  'TICKET_SIGNING_KEY',
  'AUDIT_SIGNING_KEY',
  'FIELD_KEY',
] as const
