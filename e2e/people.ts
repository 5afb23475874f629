import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { expect, type APIRequestContext, type BrowserContext, type Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { clientOf, good, oneAttempt } from '../test/typedClient.ts'
import { registerAccount, verifyEmail } from '../web/lib/client/index.ts'

export interface Someone {
  email: string
  password: string
}

/** Registers somebody over REST, proves their mailbox from the dev inbox, and gives their session to the browser. */
export const signUp = async (
  request: APIRequestContext,
  context: BrowserContext,
  baseURL: string,
): Promise<Someone> => {
  const someone = { email: `e2e-${randomUUID()}@example.com`, password: `a long ${randomUUID()} word` }
  const client = clientOf(baseURL)
  const body = { name: 'Ana Peña', ...someone }
  const { registration } = await good(registerAccount({ client, body, headers: oneAttempt() }))
  const token = await findToken(request, someone.email)
  const { tokens } = await good(verifyEmail({ client, body: { token, registration }, headers: oneAttempt() }))
  await context.addCookies([{ name: 'mayago_access', value: tokens?.accessToken ?? '', url: baseURL, httpOnly: true }])
  return someone
}

/** Mails are sent by a job, a moment later. */
export const findToken = async (request: APIRequestContext, email: string): Promise<string> => {
  let token: string | undefined
  await expect(async () => {
    const inbox = await (await request.get('/dev/inbox')).text()
    const row = inbox.split('<li').find((item) => item.includes(email))
    const path = /\/dev\/inbox\/[0-9a-f-]{36}/.exec(row ?? '')?.[0]
    expect(path).toBeDefined()
    const html = await (await request.get(`${path}/html`)).text()
    token = /token=([\w.-]+)/.exec(html)?.[1]
    expect(token).toBeDefined()
  }).toPass({ timeout: 15_000 })
  return token ?? ''
}

/** A device with a fingerprint reader that keeps passkeys, as Chromium plays one (WebAuthn §11). */
export const addAuthenticator = async (page: Page): Promise<void> => {
  const client = await page.context().newCDPSession(page)
  await client.send('WebAuthn.enable')
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

/** Fills in the sign-in page that the browser shows. */
export const signIn = async (page: Page, { email, password }: Someone): Promise<void> => {
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Sets up an authenticator app on the page for it; the recovery codes it brings are answered. */
export const turnOnApp = async (page: Page): Promise<string[]> => {
  await page.goto('/account/security/app')
  const secret = Secret.fromBase32((await page.locator('.key').innerText()).replaceAll(' ', ''))
  await page.getByLabel('Six-digit code').fill(new TOTP({ secret }).generate())
  await page.getByRole('button', { name: 'Turn it on' }).click()
  await expect(page.locator('.codes li')).toHaveCount(10)
  return page.locator('.codes li').allInnerTexts()
}

/** Sets up text messages; the number is answered. */
export const turnOnTexts = async (page: Page): Promise<string> => {
  const number = `+52999${String(Math.floor(Math.random() * 9_000_000) + 1_000_000)}`
  await page.goto('/account/security/phone')
  await page.getByLabel('Mobile number').fill(number)
  await page.getByRole('button', { name: 'Text me a code' }).click()
  await page.getByLabel('Six-digit code').fill(await findCode(page.request, number))
  await page.getByRole('button', { name: 'Turn it on' }).click()
  await expect(page.locator('.codes li')).toHaveCount(10)
  return number
}

/** The code in the latest text message to a number, read in the dev inbox. */
export const findCode = async (request: APIRequestContext, number: string): Promise<string> => {
  const inbox = await (await request.get('/dev/inbox')).text()
  const row = inbox.split('<li').find((item) => item.includes(number))
  return /\b\d{6}\b/.exec(row?.replaceAll(/\+\d+/g, '') ?? '')?.[0] ?? ''
}

/** An admin made by the command, whose password is set by the link that it prints. */
export const makeAdmin = async (page: Page, baseURL: string): Promise<Someone> => {
  const admin = { email: `admin-${randomUUID()}@example.com`, password: `a long ${randomUUID()} word` }
  const { stdout } = await promisify(execFile)(process.execPath, ['deploy/adminCreate.ts', '--email', admin.email], {
    env: {
      ...process.env,
      DATA_DIR: process.env['MAYAGO_DATA_DIR'],
      PORT: new URL(baseURL).port,
      PUBLIC_ORIGIN: baseURL,
      LOG_LEVEL: 'error',
    },
  })
  await page.goto(/https?:\S+token=\S+/.exec(stdout)?.[0] ?? '')
  await page.getByLabel('New password').fill(admin.password)
  await page.getByRole('button', { name: 'Set this password' }).click()
  await expect(page.getByText('Your new password is set')).toBeVisible()
  return admin
}
