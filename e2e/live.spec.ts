import { good } from '../test/typedClient.ts'
import type { Client } from '../web/lib/client/client/index.ts'
import { getExperience, listDepartures } from '../web/lib/client/index.ts'
import { expect, isLive, openBox, othersHold, test, type Trip } from './product.ts'

test('[LIVE-1] seats that others take change on the open page, without a reload', async ({ page, api, trip }) => {
  await page.goto(trip.path)
  await isLive(page)
  await openBox(page)
  await page.evaluate(() => document.documentElement.setAttribute('data-same-page', ''))
  const row = page.locator('#pick .dep.on')
  await expect(row).toContainText(`${trip.vacancies} seats`)
  await othersHold(api, trip, 2)
  await expect(row).toContainText(`${trip.vacancies - 2} seats`, { timeout: 2000 })
  await othersHold(api, trip, trip.vacancies - 4)
  await expect(row).toContainText('2 left', { timeout: 2000 })
  await expect(page.locator('html[data-same-page]')).toHaveCount(1)
})

test('[LIVE-1] the steppers stop at the true number, and say why', async ({ page, api, trip }) => {
  await othersHold(api, trip, trip.vacancies - 2)
  await page.goto(trip.path)
  await isLive(page)
  await openBox(page)
  const more = page.getByRole('button', { name: 'One more: Adult' })
  await more.click()
  await expect(more).toHaveAttribute('aria-disabled', 'true')
  await expect(page.locator('#pick')).toContainText('That is every seat left at')
  await expect(page.getByRole('button', { name: /^Hold 2 seats/ })).toBeEnabled()
})

test('[LIVE-1] a list’s cards are live too', async ({ page, api, trip }) => {
  await page.goto(`/experiences?date=${trip.date}&q=cenotes+at+first+light`)
  await isLive(page)
  const card = page.locator('article.xp', { hasText: trip.title }).first()
  const shown = await card.getByRole('link').first().getAttribute('href')
  const departureId = new URL(shown ?? '', 'http://page').searchParams.get('departure') ?? ''
  const before = await card.locator('.left').innerText()
  await othersHold(api, { departureId, adultId: await adultOf(api, departureId, trip) }, 1)
  await expect(card.locator('.left')).not.toHaveText(before, { timeout: 3000 })
})

const adultOf = async (client: Client, departureId: string, { experienceId, date }: Trip): Promise<string> => {
  const path = { experienceId }
  const { items } = await good(listDepartures({ client, path, query: { from: date, to: date } }))
  const { options } = await good(getExperience({ client, path: { idOrSlug: experienceId } }))
  const optionId = items.find(({ id }) => id === departureId)?.optionId
  const units = options.find(({ id }) => id === optionId)?.units
  return units?.find(({ type }) => type === 'ADULT')?.id ?? ''
}
