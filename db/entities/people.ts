import { defineEntity, p } from '@mikro-orm/postgresql'

const UserSchema = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: {
    id: p.uuid().primary(),
    email: p.string(),
    name: p.string(),
    locale: p.string().default('en'),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
})
export class User extends UserSchema.class {}
UserSchema.setClass(User)

const ProviderSchema = defineEntity({
  name: 'Provider',
  tableName: 'providers',
  properties: {
    id: p.uuid().primary(),
    slug: p.string(),
    name: p.string(),
    sinceYear: p.smallint(),
    placeSlug: p.string(),
    currency: p.string(),
    email: p.string(),
    phone: p.string(),
    commissionPercent: p.smallint().default(15),
    disputeBufferHours: p.smallint().default(48),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
})
export class Provider extends ProviderSchema.class {}
ProviderSchema.setClass(Provider)

const ProviderTextSchema = defineEntity({
  name: 'ProviderText',
  tableName: 'provider_texts',
  properties: {
    providerId: p.uuid().primary(),
    locale: p.string().primary(),
    machine: p.boolean().default(false),
    about: p.text(),
  },
})
export class ProviderText extends ProviderTextSchema.class {}
ProviderTextSchema.setClass(ProviderText)

const ProviderMemberSchema = defineEntity({
  name: 'ProviderMember',
  tableName: 'provider_members',
  properties: {
    providerId: p.uuid().primary(),
    userId: p.uuid().primary(),
    role: p.enum(['owner', 'manager', 'guide'] as const),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
})
export class ProviderMember extends ProviderMemberSchema.class {}
ProviderMemberSchema.setClass(ProviderMember)
