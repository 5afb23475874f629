import type { Plugin } from 'vite'

/**
 * What the SDK brings that no page of ours uses, replaced by nothing: predicted inputs, WebTransport, accounts, Discord.
 * Its client and the protocol stay its own; the rooms' tests join with the whole of it.
 */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'input/RoomInput.mjs': 'export class RoomInput { constructor() { throw new Error("no room of ours takes inputs") } }',
  'transport/H3Transport.mjs': 'export class H3TransportTransport {}',
  'Auth.mjs': `export class Auth {
    constructor(http) { this.http = http }
    set token(token) { this.http.authToken = token }
    get token() { return this.http.authToken }
  }`,
  '3rd_party/discord.mjs': 'export const discordURLBuilder = undefined',
}

/** In the browser the live pages carry only what they use of @colyseus/sdk. */
export const leanColyseus = (): Plugin => ({
  name: 'mayago-lean-colyseus',
  applyToEnvironment: ({ name }) => name === 'client',
  load(id) {
    const file = /\/@colyseus\/sdk\/build\/(.+)$/.exec(id)?.[1]
    return file === undefined ? null : (LEFT_OUT[file] ?? null)
  },
})
