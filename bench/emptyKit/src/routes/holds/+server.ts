import { json, type RequestHandler } from '@sveltejs/kit'

export const POST: RequestHandler = async ({ request }) => {
  await request.json()
  return json({ ok: true }, { status: 201 })
}
