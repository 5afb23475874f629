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

test('without a connection a form stays as it was typed, a link says what is wrong, and both go on afterwards', async ({
  page,
  context,
  trip,
}) => {
  await holdOne(page, trip)
  await page.getByLabel('Full name').fill('Nadia Benali')
  await page.getByLabel('Email').fill('nadia@example.org')
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Continue to payment' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'We got no answer.' })).toBeVisible()
  await expect(page.getByLabel('Full name')).toHaveValue('Nadia Benali')
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Continue to payment' }).click()
  await expect(cardForm(page).getByLabel('Card number')).toBeVisible()
  await expect(page.getByText('We got no answer.')).toHaveCount(0)

  await context.setOffline(true)
  await page.getByRole('link', { name: 'Explore' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^(You are offline|This page did not come through)$/)
  await context.setOffline(false)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Experiences')
})
