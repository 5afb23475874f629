import { expect, isLive, openBox, test } from './product.ts'

test('nothing moves while a page arrives and becomes live', async ({ page, trip }) => {
  await page.addInitScript(() => {
    const moved = { score: 0 }
    Object.assign(window, { moved })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) moved.score += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  for (const path of ['/', '/experiences', trip.path]) {
    await page.goto(path)
    await isLive(page)
    const score = await page.evaluate(() => (window as unknown as { moved: { score: number } }).moved.score)
    expect(score, path).toBeLessThan(0.02)
  }
})

test('a heading takes as much room before its font has come', async ({ page }) => {
  const widthOfHeading = (): Promise<number> =>
    page.evaluate(() => {
      const text = document.createRange()
      text.selectNodeContents(document.querySelector('h1') ?? document.body)
      return document.fonts.ready.then(() => text.getBoundingClientRect().width)
    })
  await page.route('**/*.woff2', (route) => route.abort())
  await page.goto('/')
  const standIn = await widthOfHeading()
  await page.unroute('**/*.woff2')
  await page.goto('/')
  expect(Math.abs((await widthOfHeading()) / standIn - 1)).toBeLessThan(0.05)
})

test('tomorrow is one tap away, whichever month is shown', async ({ page, trip }) => {
  const later = new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 7)
  await page.goto(`/experiences/${trip.slug}?month=${later}`)
  await page.getByRole('link', { name: 'Tomorrow', exact: true }).click()
  const tomorrow = await page.evaluate(() =>
    new Date(Date.now() + 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'America/Merida' }),
  )
  await expect(page).toHaveURL(new RegExp(`date=${tomorrow}`))
})

test('the box shows its deadline without scrolling', async ({ page, trip }) => {
  await page.goto(trip.path)
  await isLive(page)
  await openBox(page)
  const box = page.locator('#pick')
  // While it rises it reaches further down than its panel.
  await expect.poll(() => box.evaluate((panel) => panel.scrollHeight - panel.clientHeight)).toBe(0)
  await expect(box.getByText(/cancellation/i)).toBeVisible()
})
