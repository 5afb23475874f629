import { makeAdmin, signIn, signUp, turnOnApp } from './people.ts'
import { expect, test } from './product.ts'

test('an admin is led to a second step, then finds, suspends, promotes and acts as somebody, all of it in the log', async ({
  page,
  request,
  context,
  baseURL,
}) => {
  const someone = await signUp(request, context, baseURL ?? '')
  await context.clearCookies()
  const admin = await makeAdmin(page, baseURL ?? '')
  await page.goto('/admin')
  await signIn(page, admin)
  await page.waitForURL((url) => url.pathname === '/account/security')
  await expect(page.getByText('its pages open once your account has a second step')).toBeVisible()
  await turnOnApp(page)
  await page.getByRole('link', { name: 'I have kept them' }).click()
  await page.getByRole('link', { name: 'Go to the house' }).click()

  await page.getByRole('searchbox').fill(someone.email)
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('listitem').filter({ hasText: someone.email }).getByRole('link').click()
  await page.getByLabel('Reason').fill('Charged back three bookings')
  await page.getByRole('button', { name: 'Suspend' }).click()
  await expect(page.getByText('Charged back three bookings')).toBeVisible()
  await page.getByRole('button', { name: 'Open it again' }).click()

  await page.getByRole('button', { name: 'Act as Ana Peña' }).click()
  const banner = page.getByRole('complementary', { name: 'You are acting as Ana Peña' })
  await expect(banner).toBeVisible()
  await page.goto('/')
  await expect(banner).toBeVisible()
  await banner.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ana Peña')
  await expect(banner).toHaveCount(0)

  await page.getByRole('button', { name: 'Act as Ana Peña' }).click()
  await expect(banner).toBeVisible()
  // As the browser does when the hour is over.
  for (const name of ['mayago_access', 'mayago_refresh']) await context.clearCookies({ name })
  await page.getByRole('banner').getByRole('link').first().click()
  await expect(page.getByText('You no longer act as somebody')).toBeVisible()
  await expect(banner).toHaveCount(0)
  await page.getByRole('searchbox').fill(someone.email)
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('listitem').filter({ hasText: someone.email }).getByRole('link').click()

  await page.getByLabel('Support').check()
  await page.getByRole('button', { name: 'Change role' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Role changed' }).first()).toBeVisible()
  await page.getByRole('link', { name: 'Log' }).click()
  for (const act of [
    'Account suspended',
    'Account opened again',
    'Began to act as somebody',
    'Stopped acting as somebody',
    'Role changed',
  ])
    await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: act }).first()).toBeVisible()
})
