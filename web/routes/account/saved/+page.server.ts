import { redirect } from '@sveltejs/kit'
import { listSaved, saveExperience, savedIdInput, unsaveExperience } from '@mayago/core/catalog/index.ts'
import { parsed, textOf } from '$lib/server/forms.ts'
import { pathHere } from '$lib/server/pathHere.ts'
import { acting, loading } from '$lib/server/refusing.ts'
import { to } from '$lib/links.ts'
import type { Actions, PageServerLoad } from './$types'

const PAGE = 24

export const load: PageServerLoad = ({ locals, locals: { ctx }, url }) =>
  loading(locals, [], async () => {
    const cursor = url.searchParams.get('cursor')
    const page = await listSaved(ctx, { limit: PAGE, ...(cursor === null ? {} : { cursor }) })
    return { cards: page.items, nextCursor: page.nextCursor }
  })

/** A heart is pressed on any page; without script one is back there afterwards. */
const pressing =
  (useCase: typeof saveExperience | typeof unsaveExperience): Actions[string] =>
  async ({ locals, request, url }) => {
    const form = await request.formData()
    return acting(locals, [], async () => {
      await useCase(locals.ctx, parsed(savedIdInput, { experienceId: textOf(form, 'experienceId') }))
      redirect(303, pathHere(textOf(form, 'back'), url, to('/account/saved')))
    })
  }

export const actions: Actions = { save: pressing(saveExperience), forget: pressing(unsaveExperience) }
