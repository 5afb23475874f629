import { error } from '@sveltejs/kit'
import type { z } from 'zod'
import { loading } from './refusing.ts'

/** Answers a file of one person's: to be saved, never kept by anything in between. A refusal becomes the error page. */
export const download = async <Input>(
  locals: App.Locals,
  contentType: string,
  schema: z.ZodType<Input>,
  params: unknown,
  make: (input: Input) => Promise<{ filename: string; content: string | Uint8Array<ArrayBuffer> }>,
): Promise<Response> => {
  const asked = schema.safeParse(params)
  if (!asked.success) error(404)
  const { filename, content } = await loading(locals, ['pages'], () => make(asked.data))
  return new Response(content, {
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${filename}"`,
      'cache-control': 'private, no-store',
    },
  })
}
