import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import type { Handler } from './createListener.ts'

/** The built pages and endpoints. They learn scheme, host and address from the headers that our listener sets. */
export const loadPages = async (): Promise<Handler> => {
  Object.assign(process.env, {
    PROTOCOL_HEADER: 'x-forwarded-proto',
    HOST_HEADER: 'x-forwarded-host',
    ADDRESS_HEADER: 'x-forwarded-for',
    XFF_DEPTH: '1',
  })
  const { handler } = (await import(pathToFileURL(resolve('build/handler.js')).href)) as { handler: Handler }
  return handler
}
