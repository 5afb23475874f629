import { Secret, TOTP } from 'otpauth'
import { addAuthenticator, findCode, signUp } from './people.ts'
import { expect, test } from './product.ts'

test('[FACTOR-4] a passkey is added, named and signs in alone', async ({ page, request, context, baseURL }) => {
  await addAuthenticator(page)
  await signUp(request, context, baseURL ?? '')
  await page.goto('/account/security')
  await page.getByRole('link', { name: 'Add a passkey' }).click()
  await page.getByLabel('Name').fill('Ana’s laptop')
  await page.getByRole('button', { name: 'Make the passkey' }).click()
  await expect(page.getByRole('heading', { name: 'Keep these recovery codes' })).toBeVisible()
  await expect(page.locator('.codes li')).toHaveCount(10)
  await page.getByRole('link', { name: 'I have kept them' }).click()
  await expect(page.getByText('Ana’s laptop')).toBeVisible()
  await context.clearCookies()
  await page.goto('/account/sign-in/passkey?next=/account/security')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page).toHaveURL(/\/account\/security$/)
  await expect(page.getByText('last used')).toBeVisible()
  await page.getByText('Change', { exact: true }).click()
  await page.getByRole('button', { name: 'Remove this passkey' }).click()
  await expect(page.getByText('There is no second step yet.')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('[FACTOR-1] an authenticator app is set up by its key, and asked for at the next sign-in', async ({
    page,
    request,
    context,
    baseURL,
  }) => {
    const { email, password } = await signUp(request, context, baseURL ?? '')
    await page.goto('/account/security/app')
    const secret = Secret.fromBase32((await page.locator('.key').innerText()).replaceAll(' ', ''))
    const code = new TOTP({ secret }).generate()
    await page.getByLabel('Six-digit code').fill(code === '000000' ? '000001' : '000000')
    await page.getByRole('button', { name: 'Turn it on' }).click()
    await expect(page.getByRole('alert')).toContainText('That code is not right')
    await page.getByLabel('Six-digit code').fill(new TOTP({ secret }).generate())
    await page.getByRole('button', { name: 'Turn it on' }).click()
    await expect(page.locator('.codes li')).toHaveCount(10)
    await expect(page.getByRole('link', { name: 'Download' })).toHaveAttribute('href', /^data:text\/plain/)
    const recoveryCode = await page.locator('.codes li').first().innerText()
    const signIn = async () => {
      await context.clearCookies()
      await page.goto('/account/sign-in?next=/account/security')
      await page.locator('input[name=email]').fill(email)
      await page.locator('input[name=password]').fill(password)
      await page.locator('main form button').last().click()
      await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible()
    }
    await signIn()
    // The code of this half minute was used up above; the next one is taken early.
    const next = new TOTP({ secret }).generate({ timestamp: Date.now() + 30_000 })
    await page.getByLabel('Six-digit code').fill(next)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page).toHaveURL(/\/account\/security$/)
    await signIn()
    await page.getByRole('link', { name: 'Use a recovery code' }).click()
    await page.getByLabel('Recovery code').fill(recoveryCode)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByText('9 codes are left.')).toBeVisible()
  })

  test('[FACTOR-7] a phone is set up with the code from the dev inbox', async ({ page, request, context, baseURL }) => {
    await signUp(request, context, baseURL ?? '')
    await page.goto('/account/security/phone')
    await page.getByLabel('Mobile number').fill('12345')
    await page.getByRole('button', { name: 'Text me a code' }).click()
    await expect(page.getByText('That is no mobile number')).toBeVisible()
    const number = `+52 999 ${String(Math.floor(Math.random() * 9_000_000) + 1_000_000)}`
    await page.getByLabel('Mobile number').fill(number)
    await page.getByRole('button', { name: 'Text me a code' }).click()
    await page.getByLabel('Six-digit code').fill(await findCode(request, number.replaceAll(' ', '')))
    await page.getByRole('button', { name: 'Turn it on' }).click()
    await expect(page.getByText('Your number is confirmed.')).toBeVisible()
  })
})
