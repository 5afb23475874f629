import { expect, isLive, othersHold, test } from './product.ts'

test('no page says anything to the console, nor asks anybody else for anything', async ({ page, trip, baseURL }) => {
  const said: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') said.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => said.push(`${page.url()}: ${error.message}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== new URL(baseURL ?? '').origin)
      said.push(`asked ${request.url()}`)
  })
  for (const path of ['/', '/es', '/experiences', trip.path, '/bookings', '/offline']) {
    await page.goto(path, { waitUntil: 'networkidle' })
  }
  expect(said).toEqual([])
})

test('another name of this machine leads home, where cookies and payment are', async ({ page, baseURL }) => {
  await page.goto(`${baseURL?.replace('127.0.0.1', 'localhost')}/experiences?party=2`)
  await expect(page).toHaveURL(`${baseURL}/experiences?party=2`)
})

test('a page that is not there helps on: search and places, with 404', async ({ page }) => {
  expect((await page.goto('/experiences/no-such-thing'))?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We could not find that page')
  await page.getByRole('link', { name: /^Mérida/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Experiences in Mérida')
})

test('filters are chips that come off; nothing found says which one to take off', async ({ page }) => {
  await page.goto('/experiences?q=cenotes&place=tokyo')
  await expect(page.getByRole('heading', { name: 'Nothing fits all of that' })).toBeVisible()
  await page.getByRole('link', { name: /^Without Tokyo/ }).click()
  await expect(page.getByRole('heading', { name: 'Cenotes at first light' })).toBeVisible()
  await page.getByRole('link', { name: 'Remove filter: “cenotes”' }).click()
  await expect(page).toHaveURL(/\/experiences$/)
})

test('a typo is forgiven', async ({ page }) => {
  await page.goto('/experiences?q=cenotse')
  await expect(page.getByRole('heading', { name: 'Cenotes at first light' })).toBeVisible()
})

test('the whole page is Spanish under /es, and the language link keeps the place', async ({ page, trip }) => {
  await page.goto(`/es${trip.path}`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  await expect(page.getByRole('heading', { name: 'Lo que dijeron' })).toBeVisible()
  await page.getByRole('banner').getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(new RegExp(`/experiences/${trip.slug}\\?date=${trip.date}`))
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('the map shows the list’s prices, and the list stays', async ({ page }) => {
  await page.goto('/experiences?view=map&place=merida')
  await expect(page.locator('.map .pin').first()).toBeVisible({ timeout: 20_000 })
  await expect(page.locator('article.xp').first()).toBeVisible()
})

test('a chosen appearance is kept', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel('Appearance').selectOption('dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.goto('/experiences')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('a day that is not on sale is said to be so, and the page offers what is', async ({ page, trip }) => {
  for (const date of ['2099-01-01', '2020-01-01', 'tomorrow']) {
    await page.goto(`/experiences/${trip.slug}?date=${date}`)
    await expect(page.locator('#dates').getByRole('status').first(), date).toContainText('That day cannot be booked')
    await expect(page.locator('table.cal a[data-date]').first()).toBeVisible()
  }
})

test('a full departure offers the next free date', async ({ page, trip, api }) => {
  await othersHold(api, trip, trip.vacancies)
  await page.goto(trip.path)
  await isLive(page)
  const offer = page.locator('#dates .note')
  await expect(offer).toContainText('Next free date for 1:')
  await offer.getByRole('link').click()
  await expect(page).not.toHaveURL(new RegExp(trip.departureId))
})
