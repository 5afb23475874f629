import { FILE_POLICY, GUARD_HEADERS, ONLY_HTTPS } from '../../web/lib/server/guardHeaders.ts'
import type { Handler } from './createListener.ts'

const HEADERS = Object.entries({ ...GUARD_HEADERS, 'content-security-policy': FILE_POLICY })

/** Sets what every answer says before anybody makes one: files and errors never pass the pages' hooks. */
export const guardHeaders: Handler = (request, response, next) => {
  for (const [name, value] of HEADERS) response.setHeader(name, value)
  if (request.headers['x-forwarded-proto'] === 'https') response.setHeader('strict-transport-security', ONLY_HTTPS)
  next()
}
