import type { Page } from '@playwright/test'
import { good } from '../test/typedClient.ts'
import type { Client } from '../web/lib/client/client/index.ts'
import { listExperiences, type ListExperiencesData } from '../web/lib/client/index.ts'
import { expect, test } from './product.ts'

const titles = (page: Page): Promise<string[]> => page.locator('article.xp h2').allInnerTexts()
const listed = async (client: Client, query: ListExperiencesData['query']): Promise<string[]> =>
  (await good(listExperiences({ client, query: { ...query, limit: 24 } }))).items.map(({ title }) => title)
const asked = (page: Page): Record<string, string> =>
  Object.fromEntries([...new URL(page.url()).searchParams].filter(([, value]) => value !== ''))

test('a list is put in another order at once, by mouse or keyboard, and keeps its filters', async ({ page, api }) => {
  await page.goto('/experiences?place=merida&party=2')
  const sort = page.getByLabel('Sort by')
  await expect(sort).toHaveValue('recommended')
  await sort.selectOption('Price, low to high')
  await page.waitForURL('**sort=price**')
  expect(asked(page)).toMatchObject({ place: 'merida', party: '2', sort: 'price' })
  await expect.poll(() => titles(page)).toEqual(await listed(api, { place: 'merida', party: 2, sort: 'price' }))
  await expect(page.getByText('each currency is sorted by itself')).toBeVisible()

  await sort.focus()
  await page.keyboard.type('Best')
  await page.waitForURL('**sort=-rating**')
  await expect(sort).toBeFocused()
  await expect(sort).toHaveValue('-rating')
  await expect.poll(() => titles(page)).toEqual(await listed(api, { place: 'merida', party: 2, sort: '-rating' }))

  await sort.selectOption('Nearest')
  await page.waitForURL('**sort=distance**')
  await page.getByRole('link', { name: 'Remove filter: Mérida' }).click()
  await expect(sort).toHaveValue('recommended')
  await expect(sort.getByRole('option', { name: 'Nearest' })).toHaveCount(0)
  await page.goBack()
  await expect(sort).toHaveValue('distance')
})

test('the pages that follow stay in the order', { tag: '@once' }, async ({ page, api }) => {
  await page.goto('/es/experiences?sort=-price')
  await expect(page.getByLabel('Ordenar por')).toHaveValue('-price')
  await page.getByRole('link', { name: 'Ver más' }).click()
  await page.waitForURL('**cursor=**')
  await expect(page.getByLabel('Ordenar por')).toHaveValue('-price')
  const { items } = await good(listExperiences({ client: api, query: { limit: 48, sort: '-price' } }))
  const hrefs = await page
    .locator('article.xp h2 a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(hrefs.map((href) => href?.split('?')[0])).toEqual(items.slice(24).map(({ slug }) => `/es/experiences/${slug}`))
})

test.describe('without JavaScript', { tag: '@once' }, () => {
  test.use({ javaScriptEnabled: false })

  test('an order is chosen and sent with the filters', async ({ page, api }) => {
    await page.goto('/experiences?category=food')
    await page.getByLabel('Sort by').selectOption('Price, high to low')
    await page.locator('.sort').getByRole('button', { name: 'Apply' }).click()
    await page.waitForURL('**sort=-price**')
    expect(asked(page)).toMatchObject({ category: 'food', sort: '-price' })
    await expect.poll(() => titles(page)).toEqual(await listed(api, { category: 'food', sort: '-price' }))
  })
})
