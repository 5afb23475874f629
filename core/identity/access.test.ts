import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { quietLog } from '../../test/quietLog.ts'
import { signedIn } from '../../test/signedIn.ts'
import type { Ports } from '../ports/index.ts'
import { refused } from './testing/refused.fixture.ts'
import { assertCan, assertCanSee } from './access.ts'
import type { Actor } from './actor.ts'

const Access = suite('access')

const asking = (actor: Actor) => {
  const log = quietLog()
  return {
    actor,
    now: new Date(),
    requestId: 'asked-once',
    ports: { log } as Partial<Ports> as Ports,
    lines: log.lines,
  }
}

Access('[ACCESS-1] each refusal is logged: who, what, which record, and no more than ids', async () => {
  const ana = signedIn('01a22087-378c-7835-b525-fd5bee871ca5')
  const ctx = asking(ana)
  await refused((async () => assertCan(ctx, 'user.suspend', [], { what: 'user', id: 'an id' }))(), 'not_allowed')
  await refused((async () => assertCan(ctx, 'audit.read'))(), 'not_allowed')
  await refused((async () => assertCanSee(ctx, 'booking.read', [], { what: 'booking', id: 'its id' }))(), 'not_found')
  const actor = { kind: 'user', userId: ana.userId, sessionId: ana.session.sessionId, actedBy: null }
  const [code, requestId] = ['not_allowed', 'asked-once']
  const said = { level: 'info', text: 'access was refused' }
  assert.equal(ctx.lines, [
    { ...said, data: { actor, action: 'user.suspend', code, what: 'user', id: 'an id', requestId } },
    { ...said, data: { actor, action: 'audit.read', code, requestId } },
    { ...said, data: { actor, action: 'booking.read', code, what: 'booking', id: 'its id', requestId } },
  ])
})

Access('[ACCESS-1] what is allowed is not, nor a visitor who has yet to sign in', async () => {
  const ctx = asking({ kind: 'anonymous', guestId: null, holdToken: 'a hold token' })
  assertCan(ctx, 'catalog.read')
  await refused((async () => assertCan(ctx, 'account.read'))(), 'sign_in_required')
  assert.equal(ctx.lines, [])
})

Access.run()
