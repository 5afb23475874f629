export { AUDIT_ACTIONS, type AuditAction } from './audit.actions.ts'
export { recordAct, type AuditActor } from './recordAct.ts'
