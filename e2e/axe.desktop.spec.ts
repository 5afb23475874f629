import { axeFindings } from './axeFindings.ts'
import { makeAdmin, signIn, turnOnApp } from './people.ts'
import { expect, test } from './product.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('axe finds nothing on the pages of partners, second steps and the house', async ({ page, baseURL }) => {
  test.slow() // nineteen pages
  const admin = await makeAdmin(page, baseURL ?? '')
  await page.goto('/account/sign-in?next=/account/security')
  await signIn(page, admin)
  await page.waitForURL((url) => url.pathname === '/account/security')
  const look = async (path: string): Promise<void> => {
    await page.goto(path)
    expect(await axeFindings(page), path).toEqual([])
  }
  for (const path of ['security', 'security/app', 'security/passkey', 'security/phone', 'security/confirm'])
    await look(`/account/${path}`)
  await turnOnApp(page)
  expect(await axeFindings(page), 'recovery codes').toEqual([])
  for (const path of ['security', 'security/confirm', 'security/codes', 'keys', 'webhooks', 'connections'])
    await look(`/account/${path}`)
  for (const path of ['/admin', '/admin?q=nobody-at-all', '/admin/audit']) await look(path)
  await page.goto('/admin')
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible()
  expect(await axeFindings(page), 'an account').toEqual([])
  await look('/es/admin')
})
