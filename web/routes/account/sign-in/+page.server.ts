import { redirect } from '@sveltejs/kit'
import { signIn, signInInput } from '@mayago/core/identity/index.ts'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { to } from '$lib/links.ts'
import { enter, nextOf, wantedOf } from '$lib/server/account.ts'
import { parsed, textOf } from '$lib/server/forms.ts'
import { acting } from '$lib/server/refusing.ts'
import { toSecondStep } from '$lib/server/secondStep.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => {
  const { locals, url } = event
  if (locals.user !== null) redirect(303, nextOf(url) ?? to('/account'))
  const next = wantedOf(event)
  const said = (name: string): boolean => url.searchParams.has(name)
  return { next, isReset: said('reset'), isProven: said('proven'), isBack: said('back') }
}

export const actions: Actions = {
  default: async (event) => {
    const { locals, request } = event
    const form = await request.formData()
    const email = textOf(form, 'email')
    return acting(
      locals,
      ['signIn'],
      async () => {
        const input = parsed(signInInput, { email, password: textOf(form, 'password') })
        const signedIn = await signIn(locals.ctx, { ...input, channel: 'browser' }).catch((thrown: unknown) => {
          if (!isRefusal(thrown, 'second_factor_required')) throw thrown
          return toSecondStep(event, { challenge: thrown.data.challenge, next: wantedOf(event) ?? to('/account') })
        })
        return enter(event, signedIn)
      },
      { typed: { email } },
    )
  },
}
