import type { RequestHandler } from '@sveltejs/kit'
import { render } from 'svelte/server'
import { describeProblems } from '$lib/server/describeProblem.ts'
import { answering, otherMethods } from '$lib/server/endpoint.ts'
import { answerProblemPage } from './answerProblemPage.ts'
import ProblemList from './ProblemList.svelte'

/** Every code that a refusal may have, by status. */
export const GET: RequestHandler = (event) =>
  answering(event, ['pages'], () => {
    const { body } = render(ProblemList, { props: { problems: describeProblems() } })
    return answerProblemPage(event.request, 'Problems', body)
  })
export const fallback = otherMethods('GET')
