import {
  passkeyIdInput,
  removePasskey,
  renamePasskey,
  renamePasskeyInput,
} from '@mayago/core/identity/factors/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const PATCH = endpoint(renamePasskeyInput, renamePasskey)
export const DELETE = endpoint(passkeyIdInput, removePasskey)
export const fallback = otherMethods('PATCH', 'DELETE')
