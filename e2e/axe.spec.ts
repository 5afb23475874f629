import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { makeAdmin, signIn, turnOnApp } from './people.ts'
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

    test('axe finds nothing on the pages of partners, second steps and the house', async ({ page, baseURL }) => {
      test.slow() // nineteen pages
      const admin = await makeAdmin(page, baseURL ?? '')
      await page.goto('/account/sign-in?next=/account/security')
      await signIn(page, admin)
      await page.waitForURL((url) => url.pathname === '/account/security')
      const look = async (path: string): Promise<void> => {
        await page.goto(path)
        expect(await findings(page), path).toEqual([])
      }
      for (const path of ['security', 'security/app', 'security/passkey', 'security/phone', 'security/confirm'])
        await look(`/account/${path}`)
      await turnOnApp(page)
      expect(await findings(page), 'recovery codes').toEqual([])
      for (const path of ['security', 'security/confirm', 'security/codes', 'keys', 'webhooks', 'connections'])
        await look(`/account/${path}`)
      for (const path of ['/admin', '/admin?q=nobody-at-all', '/admin/audit']) await look(path)
      await page.goto('/admin')
      await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
      await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible()
      expect(await findings(page), 'an account').toEqual([])
      await look('/es/admin')
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
