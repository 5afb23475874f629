import { redirect } from '@sveltejs/kit'
import { signIn, signInInput } from '@mayago/core/identity/index.ts'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { to } from '$lib/links.ts'
import { enter, nextOf } from '$lib/server/account.ts'
import { keepChallenge } from '$lib/server/doorCookies.ts'
import { parsed, textOf } from '$lib/server/forms.ts'
import { acting } from '$lib/server/refusing.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url }) => {
  const next = nextOf(url)
  if (locals.user !== null) redirect(303, next ?? to('/account'))
  return { next, isReset: url.searchParams.has('reset'), isProven: url.searchParams.has('proven') }
}

export const actions: Actions = {
  default: async (event) => {
    const { locals, request, url } = event
    const form = await request.formData()
    const email = textOf(form, 'email')
    return acting(
      locals,
      ['signIn'],
      async () => {
        const input = parsed(signInInput, { email, password: textOf(form, 'password') })
        const signedIn = await signIn(locals.ctx, { ...input, channel: 'browser' }).catch((thrown: unknown) => {
          if (!isRefusal(thrown, 'second_factor_required')) throw thrown
          keepChallenge(event, thrown.data.challenge)
          redirect(303, to('/account/sign-in/second', { next: nextOf(url) }))
        })
        return enter(event, signedIn)
      },
      { typed: { email } },
    )
  },
}
