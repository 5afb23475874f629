import { expect, holdOne, test } from './product.ts'
import type { Page } from '@playwright/test'

const secondsLeft = async (page: Page): Promise<number> =>
  Number(await page.getByRole('timer').getAttribute('data-left'))

test('[SEAT-6] a hold’s countdown survives reload and other tabs, and can be extended once', async ({ page, trip }) => {
  await holdOne(page, trip)
  const before = await secondsLeft(page)
  expect(before).toBeGreaterThan(14 * 60 - 10)
  expect(before).toBeLessThanOrEqual(15 * 60)
  await expect.poll(() => secondsLeft(page)).toBeLessThan(before)

  await page.reload()
  const after = await secondsLeft(page)
  expect(after).toBeLessThan(before)
  expect(after).toBeGreaterThan(before - 30)

  const other = await page.context().newPage()
  await other.goto(page.url())
  expect(Math.abs((await secondsLeft(other)) - (await secondsLeft(page)))).toBeLessThanOrEqual(2)

  await other
    .getByRole('button', { name: /^Extend once/ })
    .filter({ visible: true })
    .click()
  await expect.poll(() => secondsLeft(other)).toBeGreaterThan(20 * 60)
  await expect(other.getByRole('button', { name: /^Extend once/ })).toHaveCount(0)
  await page.reload()
  expect(await secondsLeft(page)).toBeGreaterThan(20 * 60)
})

test('a released hold puts the seats back on sale and leads back to the dates', async ({ page, trip }) => {
  await holdOne(page, trip)
  await page.getByRole('button', { name: 'Release seats' }).click()
  await page.waitForURL(`**/experiences/${trip.slug}`)
})
