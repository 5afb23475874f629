import { answerApiPage, API_PAGE_POLICY } from '../apiPage.ts'
import stylesUrl from './problems.css?url&no-inline'

/** Answers a page about problems, which needs no script. */
export const answerProblemPage = (request: Request, title: string, main: string): Promise<Response> =>
  answerApiPage(request, {
    title,
    main,
    styles: [stylesUrl],
    policy: [...API_PAGE_POLICY, "style-src 'self'", "font-src 'self'", "img-src 'self'"],
  })
