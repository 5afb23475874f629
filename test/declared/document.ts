import { readFileSync } from 'node:fs'

/** A JSON Schema of the document, as far as inputs are made from it. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  format?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  [keyword: string]: unknown
}

interface Parameter {
  in: 'path' | 'query' | 'header'
  name: string
  schema: Schema
  required?: boolean
}

export interface Operation {
  operationId: string
  /** "POST /holds/{holdId}/extend": what recipes are found by. */
  name: string
  method: string
  path: string
  parameters: Parameter[]
  /** Null where it takes no body. */
  body: Schema | null
  /** The content types that are declared for each status. */
  responses: Record<string, string[]>
  /** The codes of the refusals that are declared. */
  codes: string[]
}

export interface ApiDocument {
  paths: Record<string, Record<string, Declared>>
  components: { schemas: Record<string, Schema> }
}

interface Declared {
  operationId: string
  parameters?: Parameter[]
  requestBody?: { content: { 'application/json': { schema: Schema } } }
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}

/** The document as it is committed, which another test keeps equal to the schemas. */
export const readDocument = (): ApiDocument => JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as ApiDocument

export const operationsOf = ({ paths }: ApiDocument): Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, declared]) => ({
      operationId: declared.operationId,
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      parameters: declared.parameters ?? [],
      body: declared.requestBody?.content['application/json'].schema ?? null,
      responses: Object.fromEntries(
        Object.entries(declared.responses).map(([status, { content = {} }]) => [status, Object.keys(content)]),
      ),
      codes: Object.values(declared.responses).flatMap(({ content = {} }) =>
        (content['application/problem+json']?.schema.allOf ?? []).flatMap(
          ({ properties }) => (properties?.['code']?.enum ?? []) as string[],
        ),
      ),
    })),
  )
