import type { RequestHandler } from '@sveltejs/kit'
import { render } from 'svelte/server'
import { refuse } from '@mayago/kernel/errors.ts'
import { describeProblem, isProblemCode } from '$lib/server/describeProblem.ts'
import { answering, otherMethods } from '$lib/server/endpoint.ts'
import { answerProblemPage } from '../answerProblemPage.ts'
import ProblemPage from '../ProblemPage.svelte'

/** Where the `type` of a problem leads: what its code means and what to do about it (RFC 9457 §3.1.1). */
export const GET: RequestHandler = (event) =>
  answering(event, ['pages'], async () => {
    const { code = '' } = event.params
    if (!isProblemCode(code)) throw refuse('not_found', { what: 'problem code' })
    const problem = describeProblem(code)
    const { body } = render(ProblemPage, { props: { problem } })
    return answerProblemPage(event.request, problem.title, body)
  })
export const fallback = otherMethods('GET')
