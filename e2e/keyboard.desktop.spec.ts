import type { Page } from '@playwright/test'
import { cardForm, CARDS, expect, isLive, test } from './product.ts'

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    const label = element?.getAttribute('aria-label') ?? (element as HTMLInputElement | null)?.labels?.[0]?.textContent
    return (label ?? element?.textContent ?? '').trim().replace(/\s+/g, ' ')
  })

/** Tabs on until the wished-for control has the focus, which must be visible on the way. */
const tabTo = async (page: Page, wanted: RegExp): Promise<void> => {
  for (let step = 0; step < 160; step++) {
    await page.keyboard.press('Tab')
    if (wanted.test(await focused(page))) {
      const ring = await page.evaluate(() => {
        const element = document.activeElement
        const own = element ? getComputedStyle(element).outlineStyle : 'none'
        const around = element?.closest('.f, .find') ?? null
        return own !== 'none' || (around !== null && getComputedStyle(around).outlineStyle !== 'none')
      })
      expect(ring, `${String(wanted)} shows that it has the focus`).toBe(true)
      return
    }
  }
  throw new Error(`no control named ${String(wanted)}`)
}

test('keyboard only: from the first page to the ticket', async ({ page, trip }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('Skip to content')
  await page.keyboard.press('Enter')

  await page.goto(trip.path)
  await isLive(page)
  await tabTo(page, /^One more: Adult$/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^Hold 2 seats/)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/checkout/**')
  await expect(page.getByLabel('Full name')).toBeVisible()

  await tabTo(page, /^Full name$/)
  await page.keyboard.type('Nadia Benali')
  await tabTo(page, /^Email$/)
  await page.keyboard.type('nadia@example.org')
  await page.keyboard.press('Enter')
  await expect(cardForm(page).getByLabel('Card number')).toBeVisible()
  await cardForm(page).getByLabel('Card number').focus()
  await page.keyboard.type(CARDS.good)
  await page.keyboard.press('Tab')
  await page.keyboard.type('1240')
  await page.keyboard.press('Tab')
  await page.keyboard.type('123')
  await tabTo(page, /^Pay MX/)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/bookings/**')
  await tabTo(page, /^Show tickets$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('img', { name: /^QR code of ticket/ })).toHaveCount(2)
})

test('keyboard only: arrows walk the month, and Enter chooses a day', async ({ page, trip }) => {
  await page.goto(trip.path)
  await isLive(page)
  const days = page.locator('table.cal a[data-date]')
  await days.first().focus()
  const first = await days.first().getAttribute('data-date')
  await page.keyboard.press('ArrowRight')
  const second = await page.evaluate(() => (document.activeElement as HTMLElement).dataset['date'])
  expect(second && first && second > first).toBe(true)
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  const last = await days.last().getAttribute('data-date')
  await expect(page).toHaveURL(new RegExp(`date=${last}`))
  await expect(page.locator(`table.cal a[data-date="${last}"]`)).toHaveAttribute('aria-current', 'date')
})

test('keyboard only: suggestions after two letters', async ({ page }) => {
  await page.goto('/')
  const field = page.getByRole('combobox', { name: 'Where or what' }).first()
  await expect(async () => {
    await field.fill('')
    await field.pressSequentially('ceno')
    await expect(page.getByRole('option').first()).toBeVisible({ timeout: 1500 })
  }).toPass()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/experiences[/?]/)
})
