import type { Page } from '@playwright/test'
import { CARDS, cardForm, expect, holdOne, payWith, test } from './product.ts'

const LONG = {
  name: 'Wolfeschlegelsteinhausenbergerdorff-Quetzalcóatl María del Rosario Guadalupe de los Ángeles Etxeberria',
  email: 'a.very.long.address.that.never.ends.for.testing.purposes@subdomain.example.org',
}

const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('a very long name and address stay within the page, from the checkout to the ticket', async ({ page, trip }) => {
  await holdOne(page, trip)
  await page.getByLabel('Full name').fill(LONG.name)
  await page.getByLabel('Email').fill(LONG.email)
  await page.getByRole('button', { name: 'Continue to payment' }).click()
  await expect(cardForm(page).getByLabel('Card number')).toBeVisible()
  expect(await tooWide(page), 'checkout').toBe(0)

  await payWith(page, CARDS.good)
  await page.waitForURL('**/bookings/**')
  await expect(page.getByText(LONG.email).first()).toBeVisible()
  expect(await tooWide(page), 'booking').toBe(0)
  const row = page.locator('.people li').first()
  const [name, code] = await Promise.all([
    row.locator('span').first().boundingBox(),
    row.locator('span').last().boundingBox(),
  ])
  if (!name || !code) throw new Error('the row shows no name or no code')
  const apart = name.x + name.width <= code.x || name.y + name.height <= code.y
  expect(apart, 'the name does not run into the ticket’s code').toBe(true)

  const booking = new URL(page.url()).pathname
  for (const path of [`${booking}/ticket`, `${booking}/cancel`, '/bookings', '/dev/inbox']) {
    await page.goto(path)
    expect(await tooWide(page), path).toBe(0)
  }
})
