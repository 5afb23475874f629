import type { Plugin, ViteDevServer } from 'vite'
import type { Config } from '../config/readConfig.ts'
import type { WayDown } from '../start/stopWithGrace.ts'

type DevDoors = typeof import('./openDevDoors.ts')

/**
 * The product behind Vite's pages: rooms, payment sandbox, jobs and health. All of it is loaded by Vite, like the pages,
 * so that the process has one copy of core: two would not know each other's refusals.
 */
export const devProduct = (config: Config, databaseUrl: string, wayDown: WayDown): Plugin => ({
  name: 'mayago-dev-product',
  apply: 'serve',
  configureServer: async (vite: ViteDevServer) => {
    if (vite.httpServer === null) return
    const { openDevDoors } = (await vite.ssrLoadModule('/deploy/dev/openDevDoors.ts')) as DevDoors
    const handlers = await openDevDoors(vite.httpServer as import('node:http').Server, config, databaseUrl, wayDown)
    for (const handler of handlers) vite.middlewares.use(handler)
  },
})
