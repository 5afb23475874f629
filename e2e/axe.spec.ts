import { axeFindings } from './axeFindings.ts'
import { expect, fillContact, holdOne, isLive, openBox, payWith, CARDS, cardForm, test } from './product.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('axe finds nothing on the pages anybody can open', async ({ page }) => {
  for (const path of [
    ...['/', '/es', '/experiences', '/experiences?q=zzzzqq', '/bookings', '/nowhere', '/dev/inbox'],
    ...['/api/problems', '/api/problems/too_many_requests'],
  ]) {
    await page.goto(path)
    expect(await axeFindings(page), path).toEqual([])
  }
})

test('axe finds nothing from the experience to the ticket', async ({ page, trip }) => {
  await page.goto(trip.path)
  await isLive(page)
  expect(await axeFindings(page)).toEqual([])
  await openBox(page)
  expect(await axeFindings(page)).toEqual([])
  await holdOne(page, trip)
  expect(await axeFindings(page)).toEqual([])
  await fillContact(page)
  await expect(cardForm(page).getByLabel('Card number')).toBeVisible()
  expect(await axeFindings(page)).toEqual([])
  await payWith(page, CARDS.good)
  await page.waitForURL('**/bookings/**')
  expect(await axeFindings(page)).toEqual([])
  await page.goto(`${new URL(page.url()).pathname}/ticket`)
  expect(await axeFindings(page)).toEqual([])
  await page.goto(page.url().replace(/ticket$/, 'cancel'))
  expect(await axeFindings(page)).toEqual([])
})
