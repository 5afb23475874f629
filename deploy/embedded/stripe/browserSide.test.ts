import { chromium, type Browser, type FrameLocator, type Page } from '@playwright/test'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { money } from '@mayago/kernel/money.ts'
import type { IntentView } from '@mayago/core/ports/payments.ts'
import { freshDatabase, type FreshDatabase } from '@mayago/db/testing/freshDatabase.ts'
import { findChromium } from './testing/findChromium.ts'
import { startSandbox, type SandboxWorld } from './testing/startSandbox.ts'

interface World extends SandboxWorld {
  database: FreshDatabase
  browser: Browser
}

const executablePath = findChromium()
const InBrowser = suite<World>('the sandbox in a browser')
const test = executablePath === null ? InBrowser.skip : InBrowser

InBrowser.before(async (w) => {
  if (executablePath === null) return
  const database = await freshDatabase()
  Object.assign(w, await startSandbox(database.pool), { database })
  w.browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
})
InBrowser.after(async (w) => {
  if (executablePath === null) return
  await w.browser.close()
  await w.stop()
  await w.database.drop()
})

const open = (w: World): Promise<IntentView> =>
  w.payments.createIntent({
    amount: money(125_00, 'MXN'),
    capture: 'automatic',
    description: 'Kayak at dawn',
    metadata: {},
    idempotencyKey: crypto.randomUUID(),
  })

interface Checkout {
  page: Page
  card: FrameLocator
  problems: string[]
  pay(number: string): Promise<void>
  result(): Promise<string>
}
const visit = async (w: World, intent: IntentView, more = ''): Promise<Checkout> => {
  const page = await w.browser.newPage()
  page.setDefaultTimeout(10_000)
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    // A refused card is an HTTP 402, which the browser reports as if it were trouble.
    if (message.type() === 'error' && !message.text().includes('402')) problems.push(message.text())
  })
  await page.goto(`${w.origin}/checkout?secret=${intent.clientSecret}${more}`)
  await page.locator('body[data-ready=true]').waitFor()
  const card = page.frameLocator('#card iframe')
  return {
    page,
    card,
    problems,
    pay: async (number) => {
      await card.locator('#number').fill('')
      await card.locator('#number').pressSequentially(number)
      await card.locator('#expiry').fill('1231')
      await card.locator('#cvc').fill('123')
      await page.locator('body[data-complete=true]').waitFor()
      await page.click('#pay')
    },
    result: async () => {
      await page.locator('#result:not(:empty)').waitFor()
      return (await page.locator('#result').textContent()) ?? ''
    },
  }
}

test('a strict policy, a typo, a decline, then a good card: paid, and no number in our page', async (w) => {
  const intent = await open(w)
  const { page, card, pay, result, problems } = await visit(w, intent)
  await page.click('#pay')
  assert.is(await result(), 'validation_error: Your card number is incomplete.')
  await pay('4242424242424241')
  assert.is(await result(), 'card_error: Your card number is incorrect.')
  assert.is(await card.locator('#number').getAttribute('aria-invalid'), 'true')
  await pay('4000000000000002')
  assert.is(await result(), 'card_error: Your card was declined.')
  assert.not.match(await page.content(), '4000')
  await pay('4242424242424242')
  assert.is(await result(), 'succeeded')
  assert.is(await card.locator('#number').inputValue(), '4242 4242 4242 4242')
  assert.equal(problems, [])
  assert.is((await w.payments.getIntent(intent.id)).state, 'succeeded')
  await page.close()
})

test('3-D Secure in a dialog: failed, left by Escape, then met', async (w) => {
  const intent = await open(w)
  const { page, pay, result, problems } = await visit(w, intent)
  const challenge = page.frameLocator('.sandbox-challenge iframe')
  await pay('4000002500003155')
  await challenge.getByRole('button', { name: 'Fail' }).click()
  assert.match(await result(), /failed authentication/)
  await pay('4000000000003220')
  await challenge.getByRole('button', { name: 'Complete' }).waitFor()
  await page.locator('.sandbox-challenge').press('Escape')
  assert.match(await result(), /failed authentication/)
  await pay('4000000000003220')
  await challenge.getByRole('button', { name: 'Complete' }).click()
  assert.is(await result(), 'succeeded')
  assert.is(await page.locator('dialog').count(), 0)
  assert.equal(problems, [])
  await page.close()
})

test('with redirect "always" the browser ends at the return address, and errors are in Spanish when asked', async (w) => {
  const intent = await open(w)
  const { page, pay, result } = await visit(w, intent, '&redirect=always&locale=es')
  await pay('4000000000009995')
  assert.is(await result(), 'card_error: Tu tarjeta no tiene fondos suficientes.')
  await pay('5555555555554444')
  await page.locator('#done').waitFor()
  assert.is(new URL(page.url()).searchParams.get('payment_intent'), intent.id)
  await page.close()
})

test('the frame wears the page’s scheme', async (w) => {
  const { page, card } = await visit(w, await open(w))
  const ink = () => card.locator('#number').evaluate((input) => getComputedStyle(input).color)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.evaluate(() => {
    document.documentElement.style.colorScheme = 'dark'
    document.documentElement.dataset['theme'] = 'dark'
  })
  await card.locator('html').evaluate(
    (root) =>
      new Promise<void>((resolve) => {
        const look = (): void => (root.style.colorScheme === 'dark' ? resolve() : void requestAnimationFrame(look))
        look()
      }),
  )
  assert.is(await ink(), 'rgb(244, 239, 230)')
  await page.close()
})

test('the hosted page, its challenge and the dashboard work with JavaScript off', async (w) => {
  const context = await w.browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const hosted = await w.payments.createHostedCheckout({
    amount: money(9800, 'JPY'),
    title: 'Kimono morning',
    customerEmail: 'ana@example.com',
    successUrl: `${w.origin}/done`,
    cancelUrl: `${w.origin}/checkout`,
    expiresAt: new Date(w.clock.now().getTime() + 31 * 60_000),
    metadata: {},
    idempotencyKey: crypto.randomUUID(),
  })
  await page.goto(String(hosted.url))
  assert.match((await page.getByRole('heading').textContent()) ?? '', '¥9,800')
  const pay = async (number: string): Promise<void> => {
    await page.getByLabel('Card number').fill(number)
    await page.getByLabel('Expiry').fill('12/31')
    await page.getByLabel('Security code').fill('123')
    await page.getByRole('button', { name: 'Pay' }).click()
  }
  await pay('4000000000000069')
  assert.is(await page.getByRole('alert').textContent(), 'Your card has expired.')
  await pay('4000002500003155')
  await page.getByRole('button', { name: 'Fail' }).click()
  assert.match((await page.getByRole('alert').textContent()) ?? '', /failed authentication/)
  await pay('4000002500003155')
  await page.getByRole('button', { name: 'Complete' }).click()
  await page.locator('#done').waitFor()

  await page.goto(`${w.origin}/_stripe/`)
  const row = page.getByRole('row').filter({ hasText: 'checkout.session' }).filter({ hasText: '¥9,800' })
  assert.match((await row.textContent()) ?? '', 'complete')
  await page.getByRole('link', { name: / UTC$/ }).click()
  assert.match((await page.getByRole('heading').textContent()) ?? '', '2027-03-01 12:')
  await page.getByRole('button', { name: '1 hour on' }).click()
  assert.match((await page.getByRole('heading').textContent()) ?? '', '2027-03-01 13:')
  await context.close()
})

InBrowser.run()
