import type { Page } from '@playwright/test'
import { expect, isLive, openBox, test } from './product.ts'

const opener = (page: Page) => page.locator('.buybar a[href="#pick"]').first()

test('the booking sheet is a dialog: it takes the focus, keeps it, and gives it back on Escape', async ({
  page,
  trip,
}) => {
  await page.goto(trip.path)
  await isLive(page)
  await opener(page).focus()
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: 'Price and availability' })
  await expect(sheet).toBeVisible()
  await expect(page.getByRole('link', { name: 'Close' })).toBeFocused()
  // Behind it nothing can be reached: one lap of Tab stays within, or goes to the browser's own bar (the body).
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab')
    const within = await page.evaluate(
      () => document.activeElement === document.body || document.activeElement?.closest('#pick') !== null,
    )
    expect(within, `after ${step + 1} times Tab`).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(opener(page)).toBeFocused()
})

test('the booking sheet closes by Back and by a press beside it, and the page is as before', async ({ page, trip }) => {
  await page.goto(trip.path)
  await isLive(page)
  await openBox(page)
  await page.goBack()
  await expect(page.getByRole('dialog')).toBeHidden()
  await openBox(page)
  await page.mouse.click(195, 20)
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('link', { name: 'MayaGo' }).first()).toBeEnabled()
  expect(await page.locator('[inert]').count()).toBe(0)
  await page.mouse.wheel(0, 600)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100)
})

test('the pictures are a dialog: they take the focus, keep it, and give it back on Escape', async ({ page, trip }) => {
  await page.goto(trip.path)
  await isLive(page)
  const pictures = page.locator('a[href="#pictures"]')
  await pictures.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: /^Pictures of/ })
  await expect(dialog).toHaveAttribute('aria-modal', 'true')
  await expect(dialog.getByRole('link', { name: 'Close' })).toBeFocused()
  for (let step = 0; step < 8; step++) {
    await page.keyboard.press('Tab')
    const within = await page.evaluate(
      () => document.activeElement === document.body || document.activeElement?.closest('#pictures') !== null,
    )
    expect(within, `after ${step + 1} times Tab`).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(pictures).toBeFocused()
})
