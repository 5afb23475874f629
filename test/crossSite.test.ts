import { randomUUID } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { listDoors } from './access/listDoors.ts'
import { apiWorld, type ApiWorld } from './apiWorld.ts'

// Forms as a browser without JavaScript sends them, from our own pages and from somebody else's.
const CrossSite = suite<ApiWorld>('forms from elsewhere')
CrossSite.before(async (w) => void Object.assign(w, await apiWorld({ embedded: true })))
CrossSite.after((w) => w.drop())

/** Every action of a page, and the pages' own endpoints, with ids of nothing in their addresses. */
const FORMS = listDoors()
  .filter((door) => door.startsWith('FORM ') || (door.startsWith('POST ') && !door.startsWith('POST /api/v1')))
  .map((door) => door.slice(door.indexOf(' ') + 1).replaceAll(/\[[^\]]+\]/g, () => randomUUID()))

const TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'] as const

const send = (w: ApiWorld, path: string, headers: Record<string, string>, type: string = TYPES[0], body = 'a=b') =>
  fetch(`${w.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      accept: 'text/html,application/xhtml+xml',
      'content-type': type,
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
      ...headers,
    },
    body: type === TYPES[1] ? '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n' : body,
  })

const isRefused = async (answer: Response): Promise<boolean> =>
  answer.status === 403 && /cross-site/i.test(await answer.text())

CrossSite('there are forms, and this test knows them all', () => {
  assert.ok(FORMS.length > 40, `${FORMS.length} forms`)
  for (const known of ['/account/sign-in', '/account/privacy?/erase', '/preferences']) assert.ok(FORMS.includes(known))
})

CrossSite(
  'from another site each is refused, whatever it says it is and whether or not it says where from',
  async (w) => {
    const elsewhere = [
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: w.url.replace('127.0.0.1', 'localhost'), 'sec-fetch-site': 'same-site' },
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'cross-site' },
    ] as Record<string, string>[]
    for (const path of FORMS)
      for (const headers of elsewhere)
        for (const type of TYPES)
          assert.ok(await isRefused(await send(w, path, headers, type)), `${path} ${JSON.stringify(headers)} ${type}`)
  },
)

CrossSite('from our own pages none is', async (w) => {
  for (const path of FORMS) {
    const answer = await send(w, path, { origin: w.url, 'sec-fetch-site': 'same-origin' })
    assert.not(await isRefused(answer), path)
    assert.ok(answer.status < 500, `${path}: ${answer.status}`)
  }
})

CrossSite('what is refused does nothing, what is not does', async (w) => {
  const choose = (origin: string) => send(w, '/preferences', { origin }, TYPES[0], 'theme=dark')
  assert.is((await choose('https://evil.example')).headers.get('set-cookie'), null)
  assert.match((await choose(w.url)).headers.get('set-cookie') ?? '', 'theme=dark')
})

CrossSite.run()
