import { CARDS, expect, openBox, test } from './product.ts'

test.use({ javaScriptEnabled: false })

test('without JavaScript: find, hold, pay on Stripe’s page, and the ticket', async ({ page, trip }) => {
  await page.goto('/')
  await page.getByRole('search').getByRole('combobox').first().fill('cenotes')
  await page.getByRole('button', { name: 'Show what’s free' }).click()
  await page.getByRole('link', { name: trip.title }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(trip.title)

  await page.goto(trip.path)
  await openBox(page, { scripted: false })
  await expect(page.locator('#pick .live')).toContainText('as of')
  await page.getByLabel('How many: Adult').fill('2')
  await page.getByRole('button', { name: 'Hold seats' }).click()
  await page.waitForURL('**/checkout/**')
  await expect(page.getByRole('timer')).toHaveText(/^1[45]:\d\d$/)

  await page.getByLabel('Full name').fill('Nadia Benali')
  await page.getByLabel('Email').fill('nadia@example.org')
  await page.getByRole('button', { name: 'Continue to payment' }).click()
  await page.getByRole('button', { name: /^Pay MX.* on Stripe’s page$/ }).click()
  await page.getByLabel('Card number').fill(CARDS.good)
  await page.getByLabel('Expiry (MM / YY)').fill('12 / 40')
  await page.getByLabel('Security code').fill('123')
  await page.getByRole('button', { name: /^Pay/ }).click()

  await page.waitForURL('**/bookings/**')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You’re going.')
  await page.getByRole('link', { name: 'Show tickets' }).click()
  await expect(page.getByRole('img', { name: /^QR code of ticket/ })).toHaveCount(2)

  await page.goto(page.url().replace(/ticket$/, 'cancel'))
  await page.getByRole('checkbox').first().check()
  await page.getByRole('button', { name: 'Show what comes back' }).click()
  await page.getByRole('button', { name: /^Cancel and get MX/ }).click()
  await expect(page.getByText('Refunded')).toBeVisible()
})

test('without JavaScript: a party that is too large is refused in words, and stays typed', async ({ page, trip }) => {
  await page.goto(trip.path)
  await openBox(page, { scripted: false })
  await page.getByLabel('How many: Adult').fill('0')
  await page.getByRole('button', { name: 'Hold seats' }).click()
  await openBox(page, { scripted: false })
  await expect(page.getByRole('alert')).toContainText('Choose at least one person.')
})
