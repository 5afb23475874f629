import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import type { Kind, Order } from './kinds.ts'

export interface Served {
  hello: Record<string, string>
  ask<Answer>(order: Order): Promise<Answer>
  stop(): Promise<void>
}

/** A server process of its own, spoken to by lines. */
export const startServer = async (kind: Kind): Promise<Served> => {
  const child = spawn(process.execPath, ['--expose-gc', join(import.meta.dirname, 'serve.ts'), kind], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  // Migrations and the like may print before the server says hello.
  const next = async (): Promise<unknown> => {
    for (;;) {
      const { value, done } = await lines.next()
      if (done) throw new Error(`the ${kind} server ended`)
      if ((value as string).startsWith('{')) return JSON.parse(value as string)
    }
  }
  const hello = (await next()) as Record<string, string>
  return {
    hello,
    ask: async <Answer>(order: Order) => {
      child.stdin.write(`${JSON.stringify(order)}\n`)
      return (await next()) as Answer
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.stdin.end()
      }),
  }
}
