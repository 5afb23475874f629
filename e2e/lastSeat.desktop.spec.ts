import { expect, isLive, openBox, othersHold, test } from './product.ts'

test('[SEAT-1] two browsers want the one last seat: one holds it, the other is told and sees it gone', async ({
  browser,
  api,
  trip,
}) => {
  await othersHold(api, trip, trip.vacancies - 1)
  const people = await Promise.all(
    ['ana', 'ben'].map(async () => {
      const page = await (await browser.newContext()).newPage()
      await page.goto(trip.path)
      await isLive(page)
      await openBox(page)
      await expect(page.locator('#pick .dep.on')).toContainText('1 left')
      return page
    }),
  )
  // Both requests are under way before either is let through: otherwise the second button may be gone before it is pressed.
  const start = Promise.withResolvers<undefined>()
  const asked = people.map(async (page) => {
    const seen = page.waitForRequest((sent) => sent.method() === 'POST' && sent.url().includes(trip.path))
    await page.route(`**${trip.path}**`, async (route) => {
      if (route.request().method() === 'POST') await start.promise
      await route.continue()
    })
    await page.getByRole('button', { name: /^Hold 1 seat/ }).click({ noWaitAfter: true })
    await seen
  })
  await Promise.all(asked)
  start.resolve(undefined)

  const kept = (page: (typeof people)[number]): boolean => page.url().includes('/checkout/')
  await expect.poll(() => people.filter(kept).length).toBe(1)
  const refused = people.find((page) => !kept(page))
  if (!refused) throw new Error('both were let in')
  await expect(refused.locator('#pick')).toContainText(/has just gone|Full/)
  await expect(refused.locator('#pick .dep.on')).toContainText('Full')
  expect(people.filter(kept)).toHaveLength(1)
  await Promise.all(people.map((page) => page.context().close()))
})
