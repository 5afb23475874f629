import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CLIENT, startIssuer } from '@mayago/core/identity/federation/testing/startIssuer.fixture.ts'
import { freePort } from '../freePort.ts'
import { startProcess } from '../startProcess.ts'

/** Playwright's global set-up: one product on a free port with a world of its own, and an issuer of sign-ins beside it; the way down is returned. */
const startProduct = async (): Promise<() => Promise<void>> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'mayago-e2e-'))
  // By name: a passkey belongs to a domain, and an address is none (WebAuthn §5.1.2).
  const port = String(await freePort())
  const url = `http://localhost:${port}`
  const issuer = await startIssuer(`${url}/account/sign-in/google/callback`)
  issuer.somebody({ subject: 'lucia', email: 'lucia.e2e@gmail.com', emailVerified: true, name: 'Lucía Mora' })
  const product = await startProcess('deploy/standalone.ts', {
    PORT: port,
    PUBLIC_ORIGIN: url,
    DATA_DIR: dataDir,
    GOOGLE_CLIENT_ID: CLIENT.clientId,
    GOOGLE_CLIENT_SECRET: CLIENT.clientSecret,
    GOOGLE_ISSUER: issuer.url,
    WEBHOOKS_LOOPBACK: '1',
    LIMITS_API: '0',
    LIMITS_PAGES: '0',
    LIMITS_SIGN_IN: '0',
    LIMITS_REGISTRATION: '0',
    LIMITS_RESET: '0',
    LIMITS_SECOND_FACTOR: '0',
    LIMITS_HOLDS: '0',
    LIMITS_SEARCH: '0',
    LIMITS_CHECKOUT: '0',
    LIMITS_LIVE_TICKETS: '0',
    HOLD_CAP_ADDRESS: '0',
  })
  process.env['MAYAGO_URL'] = url
  process.env['MAYAGO_DATA_DIR'] = dataDir
  return async () => {
    await product.stop()
    await issuer.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
export default startProduct
