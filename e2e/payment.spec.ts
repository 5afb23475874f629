import type { Locator } from '@playwright/test'
import { CARDS, cardForm, expect, fillContact, holdOne, payWith, test } from './product.ts'

test('declined, then 3-D Secure, then success: seats and typing are kept all the way to the ticket', async ({
  page,
  trip,
}) => {
  await holdOne(page, trip)
  await fillContact(page)
  await expect(cardForm(page).getByLabel('Card number')).toBeVisible()

  await payWith(page, CARDS.declined)
  await expect(page.getByRole('alert')).toContainText('Your bank declined this card')
  await expect(page.getByRole('alert')).toContainText('Your seats and everything you typed are kept')
  await expect(page.getByRole('timer')).toBeVisible()

  await payWith(page, CARDS.threeDSecure)
  const challenge = page.frameLocator('dialog iframe')
  await challenge.getByRole('button', { name: 'Fail' }).click()
  await expect(page.getByRole('alert')).toContainText('could not confirm that it was you')

  await payWith(page, CARDS.threeDSecure)
  await page.frameLocator('dialog iframe').getByRole('button', { name: 'Complete' }).click()
  await page.waitForURL('**/bookings/**')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You’re going.')
  await expect(page.getByText('We sent the tickets to nadia@example.org')).toBeVisible()

  await page.getByRole('link', { name: 'Show tickets' }).click()
  await expect(page.getByRole('img', { name: /^QR code of ticket/ })).toHaveCount(1)
  for (const [file, type] of [
    ['ticket.ics', 'text/calendar'],
    ['ticket.pdf', 'application/pdf'],
  ] as const) {
    const response = await page.request.get(page.url().replace(/ticket$/, file))
    expect(response.headers()['content-type']).toContain(type)
  }
})

test(
  'the confirmation is mailed, and its link opens the booking in another browser',
  { tag: '@once' },
  async ({ page, browser, trip }) => {
    await holdOne(page, trip)
    await page.getByLabel('Full name').fill('Nadia Benali')
    const email = `nadia.${Date.now()}.${Math.floor(Math.random() * 1e6)}@example.org`
    await page.getByLabel('Email').fill(email)
    await page.getByRole('button', { name: 'Continue to payment' }).click()
    await expect(cardForm(page).getByLabel('Card number')).toBeVisible()
    await payWith(page, CARDS.good)
    await page.waitForURL('**/bookings/**')
    const booking = new URL(page.url()).pathname

    const stranger = await (await browser.newContext()).newPage()
    expect((await stranger.goto(booking))?.status()).toBe(404)
    await expect(async () => {
      await stranger.goto('/dev/inbox')
      await expect(stranger.locator('li', { hasText: email })).toHaveCount(1, { timeout: 500 })
    }).toPass()
    await stranger.locator('li', { hasText: email }).getByRole('link').click()
    await stranger.locator('pre a[href*="link="]').click()
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('You’re going.')
    expect(new URL(stranger.url()).search).toBe('')

    await stranger.getByRole('link', { name: 'Change or cancel' }).click()
    await expect(stranger.getByRole('heading', { name: /comes back$/ })).toBeVisible()
    await stranger.getByRole('button', { name: /^Cancel and get MX/ }).click()
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Cancelled')
    await stranger.context().close()
  },
)

test(
  'two tabs pay once and both come to the tickets, and Back from them does not show the form again',
  { tag: '@once' },
  async ({ page, context, trip }) => {
    await holdOne(page, trip)
    await fillContact(page)
    await expect(cardForm(page).getByLabel('Card number')).toBeVisible()
    const checkout = page.url()
    const second = await context.newPage()
    await second.goto(checkout)
    await expect(cardForm(second).getByLabel('Card number')).toBeVisible()

    await payWith(page, CARDS.good)
    await page.waitForURL('**/bookings/**')
    await payWith(second, CARDS.good)
    await second.waitForURL('**/bookings/**')

    await page.goBack()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You’re going.')
  },
)

test('a wrong contact keeps what was typed and says what to do', async ({ page, trip }) => {
  await holdOne(page, trip)
  await page.getByLabel('Full name').fill('Nadia Benali')
  await page.getByLabel('Email').fill('nadia@example')
  await page.getByLabel('Phone, optional').fill('call me')
  await page.getByRole('button', { name: 'Continue to payment' }).click()
  await expect(page.getByText('Write the phone with its country code')).toBeVisible()
  await expect(page.getByLabel('Full name')).toHaveValue('Nadia Benali')
  await expect(page.getByLabel('Phone, optional')).toHaveValue('call me')

  await page.getByLabel('Email').fill('nadia@gmial.com')
  await page.getByLabel('Phone, optional').fill('+52 999 123 4567')
  await page.getByRole('button', { name: 'Did you mean nadia@gmail.com? Use it.' }).click()
  await expect(page.getByLabel('Email')).toHaveValue('nadia@gmail.com')
})

test.describe('with motion reduced', { tag: '@once' }, () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })
  test('the card’s fields have the page’s colours, and follow when they change', async ({ page, trip }) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await holdOne(page, trip)
    await fillContact(page)
    const field = cardForm(page).getByLabel('Card number')
    const summary = page.getByRole('complementary').first()
    const groundOf = (element: Locator) => element.evaluate((shown) => getComputedStyle(shown).backgroundColor)
    const seen = new Set<string>()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await expect(async () => {
        const ground = await groundOf(summary)
        expect(seen).not.toContain(ground)
        expect(await groundOf(field)).toBe(ground)
      }).toPass({ timeout: 5000 })
      seen.add(await groundOf(summary))
    }
  })
})
