import { expect, isLive, openBox, othersHold, test } from './product.ts'

test('[LIVE-1] seats that others take change on the open page, without a reload', async ({ page, request, trip }) => {
  await page.goto(trip.path)
  await isLive(page)
  await openBox(page)
  await page.evaluate(() => document.documentElement.setAttribute('data-same-page', ''))
  const row = page.locator('#pick .dep.on')
  await expect(row).toContainText(`${trip.vacancies} seats`)
  await othersHold(request, trip, 2)
  await expect(row).toContainText(`${trip.vacancies - 2} seats`, { timeout: 2000 })
  await othersHold(request, trip, trip.vacancies - 4)
  await expect(row).toContainText('2 left', { timeout: 2000 })
  await expect(page.locator('html[data-same-page]')).toHaveCount(1)
})

test('[LIVE-1] the steppers stop at the true number, and say why', async ({ page, request, trip }) => {
  await othersHold(request, trip, trip.vacancies - 2)
  await page.goto(trip.path)
  await isLive(page)
  await openBox(page)
  const more = page.getByRole('button', { name: 'One more: Adult' })
  await more.click()
  await expect(more).toHaveAttribute('aria-disabled', 'true')
  await expect(page.locator('#pick')).toContainText('That is every seat left at')
  await expect(page.getByRole('button', { name: /^Hold 2 seats/ })).toBeEnabled()
})

test('[LIVE-1] a list’s cards are live too', async ({ page, request, trip }) => {
  await page.goto(`/experiences?date=${trip.date}&q=cenotes+at+first+light`)
  await isLive(page)
  const card = page.locator('article.xp', { hasText: trip.title }).first()
  const shown = await card.getByRole('link').first().getAttribute('href')
  const departureId = new URL(shown ?? '', 'http://page').searchParams.get('departure') ?? ''
  const before = await card.locator('.left').innerText()
  await othersHold(request, { ...trip, departureId, adultId: await adultOf(request, departureId, trip) }, 1)
  await expect(card.locator('.left')).not.toHaveText(before, { timeout: 3000 })
})

const adultOf = async (
  request: import('@playwright/test').APIRequestContext,
  departureId: string,
  trip: { experienceId: string; date: string },
): Promise<string> => {
  const { items } = await (
    await request.get(`/api/v1/experiences/${trip.experienceId}/departures?from=${trip.date}&to=${trip.date}`)
  ).json()
  const { options } = await (await request.get(`/api/v1/experiences/${trip.experienceId}`)).json()
  const { optionId } = items.find(({ id }: { id: string }) => id === departureId)
  const option = options.find(({ id }: { id: string }) => id === optionId)
  return option.units.find(({ type }: { type: string }) => type === 'ADULT').id
}
