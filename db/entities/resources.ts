import { defineEntity, p } from '@mikro-orm/postgresql'

const ResourceSchema = defineEntity({
  name: 'Resource',
  tableName: 'resources',
  properties: {
    id: p.uuid().primary(),
    providerId: p.uuid(),
    kind: p.enum(['guide', 'boat', 'vehicle', 'room', 'kit'] as const),
    name: p.string(),
    quantity: p.integer().default(1),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
})
export class Resource extends ResourceSchema.class {}
ResourceSchema.setClass(Resource)

const OptionResourceSchema = defineEntity({
  name: 'OptionResource',
  tableName: 'option_resources',
  properties: {
    optionId: p.uuid().primary(),
    resourceId: p.uuid().primary(),
    units: p.integer().default(1),
  },
})
export class OptionResource extends OptionResourceSchema.class {}
OptionResourceSchema.setClass(OptionResource)
