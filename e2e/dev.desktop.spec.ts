import { mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProcess, type StartedProcess } from '../test/startProcess.ts'
import { clientOf } from '../test/typedClient.ts'
import { expect, findTrip, isLive, othersHold, test } from './product.ts'

// Among the browser tests, because dev compiles the messages anew, which processes of other tests may just be loading.
test.describe('npm run dev', () => {
  test.setTimeout(180_000)
  let dataDir: string
  let dev: StartedProcess

  test.beforeAll(async () => {
    test.setTimeout(180_000)
    dataDir = mkdtempSync(join(tmpdir(), 'mayago-dev-'))
    dev = await startProcess('deploy/dev.ts', { DATA_DIR: dataDir, HOLD_CAP_ADDRESS: '0' })
  })
  test.afterAll(async () => {
    await dev?.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('pages are live, and a changed file reaches the open page by itself', async ({ page }) => {
    const api = clientOf(dev.url)
    const trip = await findTrip(api, 'dev')
    const updates: string[] = []
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        if (String(payload).includes('"update"')) updates.push(String(payload))
      }),
    )
    await page.goto(`${dev.url}${trip.path}`)
    await isLive(page)
    const row = page.locator('#pick .dep.on')
    await expect(row).toContainText(`${trip.vacancies} seats`)
    await othersHold(api, trip, 2)
    await expect(row).toContainText(`${trip.vacancies - 2} seats`, { timeout: 5000 })

    const now = new Date()
    utimesSync('web/lib/styles/tokens.css', now, now)
    await expect.poll(() => updates.length).toBeGreaterThan(0)
  })
})
