import type { Page } from '@playwright/test'
import { axeFindings } from './axeFindings.ts'
import { expect, test } from './product.ts'

const PASSWORD = 'violet harbour 41 lanterns'
const NEXT_PASSWORD = 'nine copper kettles sing'

/** The link in the latest mail to an address, read in the dev inbox. */
const linkTo = async (page: Page, email: string, path: string): Promise<string> => {
  let link = ''
  await expect(async () => {
    const inbox = await (await page.request.get('/dev/inbox')).text()
    const mails = [...inbox.matchAll(/\/dev\/inbox\/([0-9a-f-]{36})"[^>]*>[^<]*<\/a><\/h3>\s*<p[^>]*>([^<]*)/g)]
    for (const [, id] of mails.filter(([, , address = '']) => address.includes(email))) {
      const mail = await (await page.request.get(`/dev/inbox/${id ?? ''}/html`)).text()
      link = new RegExp(`href="[^"]*(${path}[?]token=[^"]+)"`).exec(mail)?.[1] ?? ''
      if (link !== '') return
    }
    expect(link).not.toBe('')
  }).toPass({ timeout: 15_000 })
  return link
}

const emailFor = (name: string): string => `${name}.${Date.now().toString(36)}@example.org`

const register = async (page: Page, email: string): Promise<void> => {
  await page.goto('/account/register')
  await page.getByLabel('Full name').fill('Nadia Benali')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look in your mailbox')
  await page.goto(await linkTo(page, email, '/account/verify'))
  await page.getByRole('button', { name: 'Confirm and sign in' }).click()
  await expect(page.getByRole('status').first()).toContainText('Welcome')
}

const signIn = async (page: Page, email: string, password: string): Promise<void> => {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

const wholeLife = async (page: Page): Promise<void> => {
  const email = emailFor('nadia')
  await page.goto('/experiences')
  const kept = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await page
    .getByRole('button', { name: /^Save: / })
    .first()
    .click()
  await kept
  await expect(page.getByRole('button', { name: /^Save: / }).first()).toHaveAttribute('aria-pressed', 'true')
  await register(page, email)

  await page.goto('/account/saved')
  await expect(page.getByRole('button', { name: /^Save: / })).toHaveCount(1)

  await page.goto('/account/sessions')
  await expect(page.getByText('This device', { exact: true })).toBeVisible()
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out', exact: true }).last().click()
  await page.waitForURL((url) => url.pathname === '/')

  await page.goto('/account/privacy')
  expect(new URL(page.url()).searchParams.get('next')).toBe('/account/privacy')
  await signIn(page, email, 'not the password at all')
  await expect(page.getByRole('alert')).toContainText('wrong')
  await expect(page.getByLabel('Email')).toHaveValue(email)
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')

  await page.goto('/account/forgotten')
  await page.getByLabel('Email').fill(email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByText(`If ${email} can be used`)).toBeVisible()
  await page.goto(await linkTo(page, email, '/account/reset'))
  await page.getByLabel('New password').fill(NEXT_PASSWORD)
  await page.getByRole('button', { name: 'Set this password' }).click()
  await expect(page.getByText('Your new password is set')).toBeVisible()

  await page.goto('/account/sign-in?next=/account/privacy')
  await signIn(page, email, NEXT_PASSWORD)
  await page.waitForURL((url) => url.pathname === '/account/privacy')
  const data = await page.request.get('/account/privacy/my-data.json')
  expect(await data.text()).toContain(email)

  await page.getByLabel('I understand').check()
  await page.getByLabel('Current password').fill(NEXT_PASSWORD)
  await page.getByRole('button', { name: 'Delete my account' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account is deleted')
  await page.goto('/account')
  await page.waitForURL('**/account/sign-in?**')
}

test('register, verify, sign out, reset, sign in, take the data along, delete', async ({ page }) => {
  test.setTimeout(90_000)
  await wholeLife(page)
})

test.describe('without JavaScript', { tag: '@once' }, () => {
  test.use({ javaScriptEnabled: false })
  test('the same, all of it', async ({ page }) => {
    test.setTimeout(90_000)
    await wholeLife(page)
  })
})

test('a refused form keeps what was typed, gives the summary the focus, and leads to the field', async ({ page }) => {
  await page.goto('/account/register', { waitUntil: 'networkidle' })
  await page.getByLabel('Full name').fill('Nadia Benali')
  await page.getByLabel('Email').fill(emailFor('common'))
  await page.getByLabel('Password', { exact: true }).fill('password123')
  await page.getByLabel('Password', { exact: true }).press('Enter')
  const summary = page.getByRole('alert')
  await expect(summary).toBeFocused()
  await expect(page.getByLabel('Full name')).toHaveValue('Nadia Benali')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
})

test('nobody is sent to another site after signing in', { tag: '@once' }, async ({ page }) => {
  const email = emailFor('next')
  await register(page, email)
  for (const next of ['//evil.example', 'https://evil.example/', '/\\evil.example', '/%09/evil.example']) {
    const answer = await page.request.get(`/account/sign-in?next=${encodeURIComponent(next)}`, { maxRedirects: 0 })
    const goal = new URL(answer.headers()['location'] ?? '', answer.url())
    expect(goal.origin, next).toBe(new URL(answer.url()).origin)
  }
})

test.describe('with motion reduced', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })
  test('axe finds nothing on the account pages', async ({ page }) => {
    test.slow() // fourteen pages
    const look = async (path: string): Promise<void> => {
      await page.goto(path)
      expect(await axeFindings(page), path).toEqual([])
    }
    for (const door of ['sign-in', 'register', 'forgotten', 'verify', 'reset', 'saved']) await look(`/account/${door}`)
    await register(page, emailFor('axe'))
    for (const own of ['', '/sessions', '/password', '/email', '/privacy', '/saved', '/security'])
      await look(`/account${own}`)
    await look('/es/account')
  })
})
