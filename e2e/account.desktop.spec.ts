import { randomUUID } from 'node:crypto'
import { addAuthenticator, findCode, findToken, signIn, signUp, turnOnApp, turnOnTexts } from './people.ts'
import { expect, othersHold, test } from './product.ts'

test('register, verify, authenticator app, passkey, a foreign record refused, delete', async ({
  page,
  request,
  context,
  api,
  trip,
}) => {
  test.slow() // a whole life of an account, with every page on the way
  await addAuthenticator(page)
  const someone = { email: `whole-${randomUUID()}@example.com`, password: `a long ${randomUUID()} word` }
  await page.goto('/account/register?next=/account/security')
  await page.getByLabel('Full name').fill('Nadia Benali')
  await page.getByLabel('Email').fill(someone.email)
  await page.getByLabel('Password', { exact: true }).fill(someone.password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look in your mailbox')
  await page.goto(`/account/verify?token=${await findToken(request, someone.email)}`)
  await page.getByRole('button', { name: 'Confirm and sign in' }).click()
  await page.waitForURL((url) => url.pathname === '/account/security')

  const [recoveryCode = ''] = await turnOnApp(page)
  await page.goto('/account/security/passkey')
  await page.getByLabel('Name').fill('Nadia’s laptop')
  await page.getByRole('button', { name: 'Make the passkey' }).click()
  await page.getByRole('link', { name: 'Back to Security' }).click()
  await expect(page.getByText('Nadia’s laptop')).toBeVisible()

  await context.clearCookies()
  await page.goto('/account/sign-in?next=/account')
  await signIn(page, someone)
  await page.getByRole('link', { name: 'Use a recovery code' }).click()
  await page.getByLabel('Recovery code').fill(recoveryCode)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname === '/account')

  const id = await othersHold(api, trip, 1)
  // Of somebody else's hold one does not even hear that it is there.
  for (const [path, status] of [
    [`/checkout/${id}`, 404],
    ['/admin', 403],
    ['/admin/audit', 403],
  ] as const)
    expect((await page.goto(path))?.status(), path).toBe(status)

  await page.goto('/account/privacy')
  await page.getByLabel('I understand').check()
  await page.getByLabel('Current password').fill(someone.password)
  await page.getByRole('button', { name: 'Delete my account' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account is deleted')
  await page.goto('/account/sign-in')
  await signIn(page, someone)
  await expect(page.getByRole('alert')).toContainText('wrong')
})

test('a text message is the second step at sign-in, and where one confirms who one is', async ({
  page,
  request,
  context,
  baseURL,
}) => {
  const someone = await signUp(request, context, baseURL ?? '')
  const number = await turnOnTexts(page)
  await context.clearCookies()
  await page.goto('/account/sign-in?next=/account/sessions')
  await signIn(page, someone)
  await page.getByRole('button', { name: 'Text me a code' }).click()
  await page.getByLabel('Six-digit code').fill('000000')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText('not right')
  await page.getByLabel('Six-digit code').fill(await findCode(request, number))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname === '/account/sessions')

  await page.goto('/account/security/confirm?next=/account/keys')
  await page.getByRole('button', { name: 'Text me a code' }).click()
  await page.getByLabel('Six-digit code').fill(await findCode(request, number))
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL((url) => url.pathname === '/account/keys')
})

test('Google signs in a Spanish reader in Spanish, with an account made on the way', async ({ page }) => {
  await page.goto('/es/account/sign-in')
  await page.getByRole('link', { name: /Google/ }).click()
  await page.waitForURL((url) => url.pathname === '/es/account')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lucía Mora')
  await page.goto('/es/account/connections')
  await expect(page.getByRole('main').getByText('lucia.e2e@gmail.com')).toBeVisible()
})
