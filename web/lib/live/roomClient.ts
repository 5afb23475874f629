import { SchemaSerializer } from '@colyseus/sdk/serializer/SchemaSerializer'
import { registerSerializer } from '@colyseus/sdk/serializer/Serializer'

/** The SDK's client with its one serializer; its index would bring what games need beside it. */
registerSerializer('schema', SchemaSerializer)
export { Client } from '@colyseus/sdk/Client'
