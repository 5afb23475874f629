import { expect, isLive, openBox, test } from './product.ts'

test('from the first page by links alone: to a card, to its seats held, released, back and on to another', async ({
  page,
  trip,
}) => {
  await page.goto('/experiences?q=cenotes+first+light', { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: trip.title }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(trip.title)
  await isLive(page)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Experiences')

  await page.goto(trip.path)
  await isLive(page)
  await expect(page.locator('head script[type="application/ld+json"]')).toHaveCount(1)
  await openBox(page)
  await page.getByRole('button', { name: /^Hold 1 seat/ }).click()
  await page.waitForURL('**/checkout/**')
  await page.getByRole('button', { name: 'Release seats' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(trip.title)
})
