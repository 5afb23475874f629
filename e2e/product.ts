import { expect, test as base, type FrameLocator, type Page } from '@playwright/test'
import { clientOf, good, oneAttempt } from '../test/typedClient.ts'
import type { Client } from '../web/lib/client/client/index.ts'
import { getExperience, listDepartures, placeHold } from '../web/lib/client/index.ts'

/** The running product, its API, and a departure that no other test touches. */
export const test = base.extend<{ api: Client; trip: Trip }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright wants the pattern to see what a fixture depends on
  baseURL: async ({}, use) => use(process.env['MAYAGO_URL'] ?? 'http://localhost:3000'),
  api: async ({ baseURL }, use) => use(clientOf(baseURL ?? '')),
  page: async ({ page }, use) => {
    const uncaught: string[] = []
    page.on('pageerror', ({ message }) => {
      // The page of a test that is over closes while its worker still begins.
      if (!message.startsWith('Failed to register a ServiceWorker')) uncaught.push(message)
    })
    await use(page)
    expect(uncaught, 'errors on the page that nobody caught').toEqual([])
  },
  trip: async ({ api }, use, info) => {
    await use(await findTrip(api, `${info.project.name} ${info.titlePath.join(' ')}`))
  },
})
export { expect }

export interface Trip {
  slug: string
  title: string
  experienceId: string
  departureId: string
  adultId: string
  date: string
  vacancies: number
  path: string
}

const SLUG = 'cenotes-at-first-light'

/** A free departure between two and four months from now, chosen by the test's own name. */
export const findTrip = async (client: Client, name: string): Promise<Trip> => {
  const { id, title, options } = await good(getExperience({ client, path: { idOrSlug: SLUG } }))
  const from = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)
  const to = new Date(Date.now() + 120 * 86_400_000).toISOString().slice(0, 10)
  const { items } = await good(listDepartures({ client, path: { experienceId: id }, query: { from, to, limit: 100 } }))
  const free = items.filter(({ bookable, vacancies }) => bookable && vacancies !== null && vacancies >= 8)
  const chosen = free[hash(name) % free.length]
  if (!chosen) throw new Error('the demo world has no free departure')
  const adult = options.find((option) => option.id === chosen.optionId)?.units.find(({ type }) => type === 'ADULT')
  const date = chosen.localStart.slice(0, 10)
  return {
    slug: SLUG,
    title,
    experienceId: id,
    departureId: chosen.id,
    adultId: adult?.id ?? '',
    date,
    vacancies: chosen.vacancies ?? 0,
    path: `/experiences/${SLUG}?date=${date}&departure=${chosen.id}`,
  }
}

const hash = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7)

/** Somebody else holds seats, over REST; the hold's id is answered. */
export const othersHold = async (
  client: Client,
  { departureId, adultId }: Pick<Trip, 'departureId' | 'adultId'>,
  quantity: number,
): Promise<string> => {
  const body = { units: [{ unitId: adultId, quantity }] }
  const { id } = await good(placeHold({ client, path: { departureId }, body, headers: oneAttempt() }))
  return id
}

/** The page is alive and its numbers are the room's. */
export const isLive = (page: Page): Promise<void> =>
  expect(page.locator('.live', { hasText: /^Live/ }).first()).toBeVisible({ timeout: 15_000 })

/** On a phone the box is a sheet, which script makes a dialog. */
export const openBox = async (page: Page, { scripted = true } = {}): Promise<void> => {
  const opener = page.locator('.buybar a[href="#pick"]').first()
  if (await opener.isVisible()) {
    await opener.click()
    if (scripted) await expect(page.getByRole('dialog')).toHaveAttribute('aria-modal', 'true')
  }
  await expect(page.locator('#pick .box')).toBeVisible()
}

/** Holds seats for one adult and stands at the checkout. */
export const holdOne = async (page: Page, trip: Trip): Promise<void> => {
  await page.goto(trip.path)
  await isLive(page)
  await openBox(page)
  await page.getByRole('button', { name: /^Hold 1 seat/ }).click()
  await page.waitForURL('**/checkout/**')
}

export const fillContact = async (page: Page): Promise<void> => {
  await page.getByLabel('Full name').fill('Nadia Benali')
  await page.getByLabel('Email').fill('nadia@example.org')
  await page.getByRole('button', { name: 'Continue to payment' }).click()
}

export const cardForm = (page: Page): FrameLocator => page.frameLocator('iframe.sandbox-card')

export const payWith = async (page: Page, number: string): Promise<void> => {
  const card = cardForm(page)
  await card.getByLabel('Card number').fill(number)
  await card.getByLabel('Expiry (MM / YY)').fill('12 / 40')
  await card.getByLabel('Security code').fill('123')
  await page.getByRole('button', { name: /^Pay MX/ }).click()
}

export const CARDS = { good: '4242424242424242', declined: '4000000000000002', threeDSecure: '4000002760003184' }
