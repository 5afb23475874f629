import type { Page } from '@playwright/test'
import { expect, isLive, test } from './product.ts'

/** The budget of DESIGN §7. */
const SCRIPT_BYTES_MAX = 60_000
/** What makes its numbers live comes once the page is quiet. */
const LIVE_BYTES_MAX = 45_000

const scriptBytes = (page: Page): Promise<number> =>
  page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => /\.m?js$/.test(new URL(name).pathname))
      .reduce((bytes, { encodedBodySize }) => bytes + encodedBodySize, 0),
  )

test('a page works with little script; what makes it live comes later and is small', async ({ browser, trip }) => {
  // What a service worker hands on counts unpacked.
  const newPage = () => browser.newPage({ serviceWorkers: 'block' })
  for (const path of ['/', '/experiences', trip.path]) {
    const busy = await newPage()
    // A browser that is never idle never asks for the live client.
    await busy.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }))
    await busy.goto(path)
    await expect.poll(() => scriptBytes(busy)).toBeGreaterThan(20_000)
    await busy.waitForLoadState('networkidle')
    const before = await scriptBytes(busy)
    expect(before, path).toBeLessThan(SCRIPT_BYTES_MAX)
    await busy.close()
    const page = await newPage()
    await page.goto(path)
    await isLive(page)
    expect((await scriptBytes(page)) - before, `${path}, to become live`).toBeLessThan(LIVE_BYTES_MAX)
    await page.close()
  }
})

test('a page brings the words of its own language alone', async ({ browser, trip }) => {
  const languages = [
    { path: trip.path, live: 'Live', own: 'Another date', other: 'Otra fecha' },
    { path: `/es${trip.path}`, live: 'En vivo', own: 'Otra fecha', other: 'Another date' },
  ]
  for (const { path, live, own, other } of languages) {
    const page = await browser.newPage({ serviceWorkers: 'block' })
    await page.goto(path)
    await expect(page.locator('.live', { hasText: live }).first()).toBeVisible({ timeout: 15_000 })
    const scripts = await page.evaluate(() =>
      Promise.all(
        performance
          .getEntriesByType('resource')
          .filter(({ name }) => name.endsWith('.js'))
          .map(async ({ name }) => (await fetch(name)).text()),
      ),
    )
    expect(scripts.some((text) => text.includes(own))).toBe(true)
    expect(scripts.some((text) => text.includes(other))).toBe(false)
    await page.close()
  }
})

test('the script waits for the first picture', async ({ page }) => {
  let letGo = (): void => undefined
  const held = new Promise<void>((resolve) => void (letGo = resolve))
  const asked: string[] = []
  page.on('request', (request) => void asked.push(new URL(request.url()).pathname))
  await page.route('**/pictures/**', async (route) => {
    await held
    await route.continue()
  })
  const start = new Date()
  await page.clock.install({ time: start })
  await page.clock.pauseAt(start.getTime() + 60_000)
  await page.goto('/', { waitUntil: 'commit' })
  await page.locator('footer').waitFor()
  expect(asked.filter((path) => path.endsWith('.js'))).toEqual([])
  letGo()
  await expect
    .poll(async () => {
      await page.clock.runFor(20)
      return asked.some((path) => path.endsWith('.js'))
    })
    .toBe(true)
})

test('pages come compressed, with their styles inside', async ({ request }) => {
  for (const path of ['/', '/experiences']) {
    const response = await request.get(path)
    expect(response.headers()['content-encoding'], path).toBe('br')
    const html = await response.text()
    expect(html).toContain('<style')
    expect(html.match(/<link [^>]*rel="stylesheet"(?![^>]*disabled)[^>]*>/g), path).toBeNull()
  }
})
