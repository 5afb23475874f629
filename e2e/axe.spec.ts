import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, fillContact, holdOne, isLive, openBox, payWith, CARDS, cardForm, test } from './product.ts'

const findings = async (page: Page): Promise<string[]> => {
  const axe = new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .exclude('iframe')
  // Behind an open dialog the page is inert: what can be used is looked at.
  const dialog = 'dialog[open], [aria-modal="true"]'
  const { violations } = await ((await page.locator(dialog).count()) > 0 ? axe.include(dialog) : axe).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' | ')}`)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} scheme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('axe finds nothing on the pages anybody can open', async ({ page }) => {
      for (const path of ['/', '/es', '/experiences', '/experiences?q=zzzzqq', '/bookings', '/nowhere', '/dev/inbox']) {
        await page.goto(path)
        expect(await findings(page), path).toEqual([])
      }
    })

    test('axe finds nothing from the experience to the ticket', async ({ page, trip }) => {
      await page.goto(trip.path)
      await isLive(page)
      expect(await findings(page)).toEqual([])
      await openBox(page)
      expect(await findings(page)).toEqual([])
      await holdOne(page, trip)
      expect(await findings(page)).toEqual([])
      await fillContact(page)
      await expect(cardForm(page).getByLabel('Card number')).toBeVisible()
      expect(await findings(page)).toEqual([])
      await payWith(page, CARDS.good)
      await page.waitForURL('**/bookings/**')
      expect(await findings(page)).toEqual([])
      await page.goto(`${new URL(page.url()).pathname}/ticket`)
      expect(await findings(page)).toEqual([])
      await page.goto(page.url().replace(/ticket$/, 'cancel'))
      expect(await findings(page)).toEqual([])
    })
  })
}
