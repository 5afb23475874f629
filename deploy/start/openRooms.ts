import type { Server } from 'node:http'
import { attachRooms } from '@mayago/realtime/attach.ts'
import type { Product } from '../compose/openProduct.ts'
import type { Config } from '../config/readConfig.ts'
import type { Handler } from '../http/createListener.ts'
import type { WayDown } from './stopWithGrace.ts'

/** Attaches the live rooms to an http server; the handler answers their matchmaking. */
export const openRooms = async (http: Server, config: Config, { app }: Product, wayDown: WayDown): Promise<Handler> => {
  const rooms = await attachRooms({ http, app, log: app.ports.log, origins: [config.PUBLIC_ORIGIN] })
  wayDown.add('live rooms', () => rooms.stop())
  return rooms.handle
}
