import { redirect } from '@sveltejs/kit'
import { completeSignIn } from '@mayago/core/identity/index.ts'
import { getSecondStep, secondStepPasskeyOptions, sendSecondStepCode } from '@mayago/core/identity/factors/index.ts'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { to } from '$lib/links.ts'
import { shownMethod } from '$lib/secondStep.ts'
import { proofOf } from '$lib/server/proofOf.ts'
import { acting, loading } from '$lib/server/refusing.ts'
import { dropSecondStep, readSecondStep } from '$lib/server/secondStep.ts'
import { keepSession } from '$lib/server/sessionCookies.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = (event) =>
  loading(event.locals, [], () =>
    stillGood(event, async (asked) => {
      const { ctx } = event.locals
      const step = await getSecondStep(ctx, asked)
      const shown = shownMethod(step.methods, event.url)
      return { ...step, shown, options: shown === 'passkey' ? await secondStepPasskeyOptions(ctx, asked) : null }
    }),
  )

export const actions: Actions = {
  show: async (event) => {
    const form = await event.request.formData()
    return acting(
      event.locals,
      ['signIn'],
      () =>
        stillGood(event, async ({ challenge, next }) => {
          const { ctx } = event.locals
          keepSession(event, await completeSignIn(ctx, { challenge, proof: proofOf(form), channel: 'browser' }))
          dropSecondStep(event)
          redirect(303, next)
        }),
      { wasSent: form.get('method') === 'sms' },
    )
  },
  send: (event) =>
    acting(event.locals, ['signIn'], () =>
      stillGood(event, async (asked) => ({ sentTo: (await sendSecondStepCode(event.locals.ctx, asked)).phoneEnd })),
    ),
}

/** Half a sign-in lasts five minutes; whoever takes longer starts over. */
const stillGood = async <Result>(
  event: Pick<RequestEvent, 'cookies' | 'url'>,
  work: (step: { challenge: string; next: string }) => Promise<Result>,
): Promise<Result> => {
  const step = readSecondStep(event)
  if (step === null) redirect(303, to('/account/sign-in'))
  try {
    return await work(step)
  } catch (thrown) {
    if (!isRefusal(thrown, 'token_invalid')) throw thrown
    dropSecondStep(event)
    redirect(303, to('/account/sign-in', { next: step.next }))
  }
}
