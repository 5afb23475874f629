import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * Every way into the product, as the sources say it: `GET /api/v1/…` for endpoints, `LOAD /…` and `FORM /…?/action` for
 * pages, `JOIN room` and `SAY room.message` for live rooms.
 */
export const listDoors = (root = '.'): string[] =>
  [
    ...filesOf(root, 'web/routes', /\/\+server\.ts$/).flatMap((file) =>
      exportsOf(file)
        .filter(({ name }) => METHODS.has(name))
        .map(({ name }) => `${name} ${routeOf(file)}`),
    ),
    ...filesOf(root, 'web/routes', /\/\+page\.server\.ts$/).flatMap((file) => exportsOf(file).flatMap(pageDoors(file))),
    ...filesOf(root, 'realtime/rooms', /Room\.ts$/).flatMap(roomDoors),
  ].sort()

const filesOf = (root: string, folder: string, name: RegExp): string[] =>
  readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .map((file) => `${root}/${folder}/${file}`)
    .filter((file) => name.test(file))

/** A file's route: groups like `(traveler)` are no part of the address. */
const routeOf = (file: string): string =>
  '/' +
  file
    .slice(file.indexOf('web/routes/') + 'web/routes/'.length)
    .split('/')
    .slice(0, -1)
    .filter((part) => !/^\(.*\)$/.test(part))
    .join('/')

interface Exported {
  name: string
  value: ts.Expression | undefined
}

const exportsOf = (file: string): Exported[] =>
  parse(file).statements.flatMap((statement) => {
    if (!ts.canHaveModifiers(statement)) return []
    if (!ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return []
    if (ts.isFunctionDeclaration(statement)) return [{ name: statement.name?.text ?? '', value: undefined }]
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations.map(({ name, initializer }) => ({
      name: name.getText(),
      value: initializer,
    }))
  })

const pageDoors =
  (file: string) =>
  ({ name, value }: Exported): string[] => {
    if (name === 'load') return [`LOAD ${routeOf(file)}`]
    if (name !== 'actions') return []
    return keysOf(value, file).map((action) => `FORM ${routeOf(file)}${action === 'default' ? '' : `?/${action}`}`)
  }

const roomDoors = (file: string): string[] => {
  const room = /(\w+)Room\.ts$/.exec(file)?.[1]?.toLowerCase() ?? ''
  const says: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyDeclaration(node) && node.name.getText() === 'messages')
      says.push(...keysOf(node.initializer, file).map((message) => `SAY ${room}.${message}`))
    ts.forEachChild(node, visit)
  }
  visit(parse(file))
  return [`JOIN ${room}`, ...says]
}

/** The keys of an object as it is written; anything cleverer could hide one from this list. */
const keysOf = (value: ts.Expression | undefined, file: string): string[] => {
  let object = value
  while (object && (ts.isSatisfiesExpression(object) || ts.isAsExpression(object))) object = object.expression
  if (!object || !ts.isObjectLiteralExpression(object))
    throw new Error(`${file}: actions and messages are written as one object, so that every one of them is found`)
  return object.properties.map((property) => {
    const name = property.name?.getText().replace(/^'|'$/g, '')
    if (name === undefined) throw new Error(`${file}: a spread hides which actions or messages there are`)
    return name
  })
}

const parse = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
