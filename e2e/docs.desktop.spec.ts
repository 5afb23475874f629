import { expect, test } from './product.ts'

test('the API is read and tried on its own page, with nothing from elsewhere', async ({ page, baseURL }) => {
  const faults: string[] = []
  const elsewhere: string[] = []
  page.on('pageerror', ({ message }) => faults.push(message))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol !== 'data:' && origin !== new URL(baseURL ?? '').origin) elsewhere.push(request.url())
  })
  await page.goto('/api/docs')
  for (const path of ['/experiences', '/bookings', '/auth/sign-in', '/webhooks', '/admin/users'])
    await expect(page.locator(`[data-path="${path}"]`).first(), path).toBeVisible()

  const list = page.locator('#operations-Catalogue-listExperiences')
  await list.getByRole('button').first().click()
  await list.getByRole('button', { name: 'Execute' }).click()
  const live = list.locator('.live-responses-table')
  await expect(live.locator('.response-col_status').last()).toContainText('200')
  await expect(live).toContainText('"nextCursor"')
  expect(faults).toEqual([])
  expect(elsewhere).toEqual([])
})

test('from the docs to what a problem means, and back to the operation that answers it', async ({ page }) => {
  await page.goto('/api/docs')
  await page.getByRole('navigation', { name: 'API' }).getByRole('link', { name: 'Problems' }).click()
  await page.getByRole('link', { name: 'quote_changed' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The refund is another by now')
  const fonts = () => page.evaluate(() => [...document.fonts].map(({ status }) => status))
  await expect.poll(fonts, 'the page has our fonts').toContain('loaded')
  expect(await fonts()).not.toContain('error')
  await expect(page.getByText('"code": "quote_changed"')).toBeVisible()
  await page.getByRole('link', { name: 'POST /bookings/{bookingId}/cancel' }).click()
  await expect(page.locator('#operations-Bookings-cancelBooking .opblock-body')).toBeVisible()
})
