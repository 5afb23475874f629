import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { listExperiences } from '../web/lib/client/index.ts'
import { signUp } from './people.ts'
import { expect, test } from './product.ts'

test('a key is named, shown once, opens the API, and is revoked', async ({ page, request, context, baseURL, api }) => {
  await signUp(request, context, baseURL ?? '')
  await page.goto('/account/keys', { waitUntil: 'networkidle' })
  await page.getByLabel('Name').fill('Our website')
  await page.getByRole('button', { name: 'Make the key' }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByLabel('Name')).toHaveValue('Our website')
  await page.getByLabel('Read experiences and seats').check()
  await page.getByRole('button', { name: 'Make the key' }).click()
  const shown = page.locator('[data-said] code')
  await expect(shown).toContainText('mgk_')
  const key = await shown.innerText()
  const ask = async () => (await listExperiences({ client: api, auth: key })).response?.status
  expect(await ask()).toBe(200)
  await page.reload()
  await expect(page.getByText(key)).toHaveCount(0)
  await page.getByText('Revoke', { exact: true }).click()
  await page.getByRole('button', { name: 'Yes, revoke it now' }).click()
  await expect(page.getByRole('heading', { name: 'Ended keys' })).toBeVisible()
  expect(await ask()).toBe(401)
})

test('a webhook is made, tried, shown as arrived, and removed', async ({ page, request, context, baseURL }) => {
  const bodies: string[] = []
  const receiver = createServer((incoming, answer) => {
    incoming.setEncoding('utf8')
    incoming.on('data', (text: string) => bodies.push(text))
    incoming.on('end', () => answer.writeHead(204).end())
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
  await signUp(request, context, baseURL ?? '')
  await page.goto('/account/webhooks', { waitUntil: 'networkidle' })
  await page.getByLabel('Address').fill(url)
  await page.getByLabel('A booking was confirmed').check()
  await page.getByRole('button', { name: 'Make the webhook' }).click()
  await expect(page.locator('[data-said] code')).toContainText('whsec_')
  await page.getByRole('link', { name: url }).click()
  await page.getByRole('button', { name: 'Send a test' }).click()
  await expect(page.getByRole('status').first()).toContainText('A test is on its way')
  await expect.poll(() => bodies.length).toBe(1)
  await expect(async () => {
    await page.reload()
    await expect(page.getByText(/^arrived/)).toBeVisible({ timeout: 500 })
  }).toPass()
  await page.getByText('Remove', { exact: true }).click()
  await page.getByRole('button', { name: 'Yes, remove it' }).click()
  await expect(page.getByText('No webhooks yet.')).toBeVisible()
  await new Promise((resolve) => receiver.close(resolve))
})
