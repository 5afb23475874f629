import { randomUUID } from 'node:crypto'
import { expect, type APIRequestContext, type BrowserContext } from '@playwright/test'

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
  const registered = await post<{ registration: string }>(request, '/auth/register', { name: 'Ana Peña', ...someone })
  const token = await findToken(request, someone.email)
  const { tokens } = await post<{ tokens: { accessToken: string; refreshToken: string } }>(request, '/auth/verify', {
    token,
    registration: registered.registration,
  })
  await context.addCookies([{ name: 'mayago_access', value: tokens.accessToken, url: baseURL, httpOnly: true }])
  return someone
}

const post = async <Answer>(request: APIRequestContext, path: string, data: object): Promise<Answer> => {
  const response = await request.post(`/api/v1${path}`, { data, headers: { 'idempotency-key': randomUUID() } })
  expect(response.ok(), `${path}: ${await response.text()}`).toBe(true)
  return (await response.json()) as Answer
}

/** Mails are sent by a job, a moment later. */
const findToken = async (request: APIRequestContext, email: string): Promise<string> => {
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
