import { NoneSerializer } from '@colyseus/sdk/serializer/NoneSerializer'
import { SchemaSerializer } from '@colyseus/sdk/serializer/SchemaSerializer'
import { registerSerializer } from '@colyseus/sdk/serializer/Serializer'

/** The SDK's client, for rooms with a state and without; its index would bring what games need beside it. */
registerSerializer('schema', SchemaSerializer)
registerSerializer('none', NoneSerializer)
export { Client } from '@colyseus/sdk/Client'
