import { CARDS, cardForm, expect, fillContact, holdOne, payWith, test } from './product.ts'

test('a ticket that was seen once opens without a connection; other pages say so', async ({ page, context, trip }) => {
  await holdOne(page, trip)
  await fillContact(page)
  await expect(cardForm(page).getByLabel('Card number')).toBeVisible()
  await payWith(page, CARDS.good)
  await page.waitForURL('**/bookings/**')
  await page.getByRole('link', { name: 'Show tickets' }).click()
  await expect(page.getByText('Saved on this device, works offline')).toBeVisible({ timeout: 15_000 })
  const ticket = page.url()

  await context.setOffline(true)
  await page.goto(ticket)
  await expect(page.getByRole('img', { name: /^QR code of ticket/ })).toBeVisible()
  await expect(page.getByText('This is the saved copy')).toBeVisible()
  await page.goto('/experiences')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are offline')
  await page.getByRole('link', { name: new RegExp(trip.title) }).click()
  await expect(page.getByRole('img', { name: /^QR code of ticket/ })).toBeVisible()
  await context.setOffline(false)
})
