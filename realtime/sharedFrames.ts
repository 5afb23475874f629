import type { Socket } from 'node:net'
import { type Client, type ClientPrivate, getMessageBytes, Protocol, SchemaSerializer } from '@colyseus/core'
import type { Schema } from '@colyseus/schema'

/** What a `ws` socket keeps under our own path. */
interface FramedSocket {
  readonly readyState: number
  readonly _socket: Socket | null
  terminate(): void
}

const OPEN = 1
const BINARY_FINAL = 0x82
/** `ClientState.JOINED`: the client has said that it can receive. */
const JOINED = 1
/** A watcher this far behind is let go; it comes back and starts from the present. */
const BACKLOG_BYTES_MAX = 256 * 1024

/**
 * A payload in its WebSocket frame (RFC 6455 §5.2). A server's frames are not masked, and our transport negotiates no
 * compression, so the same bytes serve every watcher: framed and copied once, written once to each socket.
 */
export const toFrame = (payload: Uint8Array): Buffer => {
  const size = payload.byteLength
  const head = size < 126 ? 2 : size < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + size)
  frame[0] = BINARY_FINAL
  if (head === 2) frame[1] = size
  else if (head === 4) {
    frame[1] = 126
    frame.writeUInt16BE(size, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(size), 2)
  }
  frame.set(payload, head)
  return frame
}

/** Writes a frame to each of the clients that has joined. */
export const sendFrame = (clients: Iterable<Client>, frame: Buffer): void => {
  for (const client of clients) {
    if ((client.state as number) !== JOINED) continue
    const ws = client.ref as unknown as FramedSocket
    const socket = ws._socket
    if (socket === null || ws.readyState !== OPEN) continue
    if (socket.writableLength > BACKLOG_BYTES_MAX) ws.terminate()
    else socket.write(frame)
  }
}

/** A message as `client.send` would encode it, in its frame. */
export const messageFrame = (type: string, message: unknown): Buffer => toFrame(messageBytes(type, message))

export const messageBytes = (type: string, message: unknown): Buffer =>
  getMessageBytes.raw(Protocol.ROOM_DATA, type, message)

/**
 * Colyseus' own encoding of state, sent as one shared frame. It also copies what it sends: the library's buffer is
 * written over by the next patch, which would reach a slow watcher as garbage.
 */
export class SharedFrameSerializer<State extends Schema> extends SchemaSerializer<State> {
  override applyPatches(clients: Client[], ...rest: unknown[]): boolean {
    if (clients.length === 0 || !this.encoder.hasChanges) {
      return super.applyPatches(clients, ...(rest as []))
    }
    this.needFullEncode = true
    this.encoder.sharedBuffer[0] = Protocol.ROOM_STATE_PATCH
    const patch = this.encoder.encode({ offset: 1 })
    sendFrame(clients, toFrame(patch))
    this.encoder.discardChanges()
    return true
  }

  override getFullState(client?: Client & ClientPrivate): Uint8Array {
    return Uint8Array.from(super.getFullState(client))
  }
}
