import { refuse, type RefusalCode } from '@mayago/kernel/errors.ts'
import openApi from '../../../docs/openapi.json'
import { PROBLEM_GUIDE, REQUEST } from './problemGuide.ts'
import { OTHER_PROBLEMS, otherProblem, toProblem, type Problem } from './problems.ts'

export type ProblemCode = keyof typeof PROBLEM_GUIDE

/** A problem's code as its page explains it. */
export interface DescribedProblem {
  code: ProblemCode
  status: number
  title: string
  means: string
  remedy: string
  /** One such problem, whole. */
  example: Problem
  /** The operations that declare it. */
  answeredBy: { name: string; docsPath: string }[]
}

/** All of them, by status and then as the table has them. */
export const describeProblems = (): DescribedProblem[] =>
  (Object.keys(PROBLEM_GUIDE) as ProblemCode[]).map(describeProblem).sort((a, b) => a.status - b.status)

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEM_GUIDE, code)

export const describeProblem = (code: ProblemCode): DescribedProblem => {
  const { means, remedy } = PROBLEM_GUIDE[code]
  const example = exampleOf(code)
  const { status, title } = example
  return { code, status, title, means, remedy, example, answeredBy: answeredBy[code] ?? [] }
}

const exampleOf = (code: ProblemCode): Problem =>
  isOther(code)
    ? otherProblem(code, PROBLEM_GUIDE[code].example, REQUEST)
    : toProblem(refuse<RefusalCode>(code, PROBLEM_GUIDE[code].example), REQUEST)

const isOther = (code: ProblemCode): code is keyof typeof OTHER_PROBLEMS => Object.hasOwn(OTHER_PROBLEMS, code)

interface Declared {
  operationId: string
  tags: string[]
  responses: Record<string, { content?: Record<string, { schema: { allOf?: { properties?: Coded }[] } }> }>
}
interface Coded {
  code?: { enum: string[] }
}

/** By the committed document, which a test holds to what operations declare. */
const answeredBy: Partial<Record<string, DescribedProblem['answeredBy']>> = {}
for (const [path, methods] of Object.entries(openApi.paths as unknown as Record<string, Record<string, Declared>>))
  for (const [method, { operationId, tags, responses }] of Object.entries(methods)) {
    const schemas = Object.values(responses).flatMap(
      ({ content }) => content?.['application/problem+json']?.schema ?? [],
    )
    const codes = schemas.flatMap(({ allOf = [] }) => allOf.flatMap(({ properties }) => properties?.code?.enum ?? []))
    const operation = { name: `${method.toUpperCase()} ${path}`, docsPath: `/api/docs#/${tags[0]}/${operationId}` }
    for (const code of codes) (answeredBy[code] ??= []).push(operation)
  }
