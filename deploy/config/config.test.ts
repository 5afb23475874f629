import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { envExample } from './envExample.ts'
import { BadConfig, readConfig } from './readConfig.ts'
import { SECRETS } from './variables.ts'

const Config = suite('config', { DATA_DIR: '' })
Config.before.each((w) => {
  w.DATA_DIR = mkdtempSync(join(tmpdir(), 'mayago-config-'))
})
Config.after.each((w) => rmSync(w.DATA_DIR, { recursive: true }))

const KEY = Buffer.alloc(32, 7).toString('base64url')
const secrets = Object.fromEntries(SECRETS.map((name) => [name, KEY]))
const stripe = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_PUBLISHABLE_KEY: 'pk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' }
const complaint = (env: NodeJS.ProcessEnv, role?: string): string => {
  try {
    readConfig(env, role)
  } catch (error) {
    if (error instanceof BadConfig) return error.message
    throw error
  }
  return ''
}

Config('nothing set is a whole embedded world', ({ DATA_DIR }) => {
  const config = readConfig({ DATA_DIR })
  assert.ok(config.embedded)
  assert.is(config.PORT, 3000)
  assert.is(config.PUBLIC_ORIGIN, 'http://localhost:3000')
  assert.equal(config.LIMITS_HOLDS, { points: 60, seconds: 60 })
})

Config('every bad variable is named in one message', ({ DATA_DIR }) => {
  const message = complaint({
    DATA_DIR,
    PORT: '99999',
    DATABASE_URL: 'mysql://x',
    PUBLIC_ORIGIN: 'https://mayago.example/shop',
    LIMITS_HOLDS: 'many',
    LOG_LEVEL: 'loud',
    GUEST_SECRET: 'short',
  })
  for (const name of ['PORT', 'DATABASE_URL', 'PUBLIC_ORIGIN', 'LIMITS_HOLDS', 'LOG_LEVEL', 'GUEST_SECRET'])
    assert.match(message, new RegExp(`^  ${name} must `, 'm'))
  assert.not.match(message, /DATA_DIR/)
})

Config('what a real service makes necessary is named beside what is malformed', ({ DATA_DIR }) => {
  const message = complaint({ DATA_DIR, PORT: '99999', LIMITS_API: 'lots', REDIS_URL: 'redis://127.0.0.1' })
  for (const name of ['PORT', 'LIMITS_API', ...SECRETS, ...Object.keys(stripe)])
    assert.match(message, new RegExp(`^  ${name} must `, 'm'))
})

Config('what one of several processes needs is named beside what is malformed', ({ DATA_DIR }) => {
  const message = complaint({ DATA_DIR, PORT: '99999', TWILIO_FROM: 'me' }, 'web')
  const shared = ['NATS_URL', 'REDIS_URL', 'SENDGRID_API_KEY', ...SECRETS, ...Object.keys(stripe)]
  for (const name of ['PORT', 'TWILIO_FROM', ...shared]) {
    assert.match(message, new RegExp(`^  ${name} must `, 'm'))
    assert.is(message.split(`  ${name} must `).length, 2, `${name} once`)
  }
})

Config('an empty variable counts as unset', ({ DATA_DIR }) => {
  assert.ok(readConfig({ DATA_DIR, DATABASE_URL: '', PORT: '' }).embedded)
})

Config('secrets are made once, for their owner alone', ({ DATA_DIR }) => {
  const first = readConfig({ DATA_DIR })
  const second = readConfig({ DATA_DIR })
  for (const name of SECRETS) {
    assert.is(first[name].length, 32)
    assert.equal(first[name], second[name])
    assert.is(statSync(join(DATA_DIR, 'secrets', name)).mode & 0o777, 0o600)
  }
  assert.is(new Set(SECRETS.map((name) => Buffer.from(first[name]).toString('hex'))).size, SECRETS.length)
  assert.equal(readdirSync(join(DATA_DIR, 'secrets')).sort(), [...SECRETS].sort())
})

Config(
  'with a real service, start refuses secrets that are not in the environment, and sandbox money',
  ({ DATA_DIR }) => {
    readConfig({ DATA_DIR })
    for (const real of [
      { NATS_URL: 'nats://127.0.0.1:4222' },
      { REDIS_URL: 'redis://127.0.0.1' },
      { DATABASE_URL: 'postgres://127.0.0.1/x' },
    ]) {
      const message = complaint({ DATA_DIR, ...real })
      for (const name of [...SECRETS, ...Object.keys(stripe)])
        assert.match(message, new RegExp(`${name} must be set, because ${Object.keys(real)[0]} names a real service`))
      assert.not(readConfig({ DATA_DIR, ...real, ...secrets, ...stripe }).embedded)
    }
  },
)

Config('Stripe needs all three of its keys', ({ DATA_DIR }) => {
  const message = complaint({ DATA_DIR, ...secrets, STRIPE_SECRET_KEY: 'sk_test_1' })
  assert.match(message, 'STRIPE_PUBLISHABLE_KEY must be set')
  assert.match(message, 'STRIPE_WEBHOOK_SECRET must be set')
})

Config('.env.example says what the schema says', () => {
  assert.is(readFileSync('.env.example', 'utf8'), envExample(), 'run: npm run env:example')
})

Config.run()
