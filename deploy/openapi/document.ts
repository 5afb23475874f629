import { writeFileSync } from 'node:fs'
import { format } from 'prettier'
import { describeApi } from './describeApi.ts'

export const OPENAPI_FILE = 'docs/openapi.json'

/** The document as it is committed. */
export const openApiText = (): Promise<string> =>
  format(JSON.stringify(describeApi()), { parser: 'json', printWidth: 120 })

export const writeOpenApi = async (): Promise<void> => writeFileSync(OPENAPI_FILE, await openApiText())
