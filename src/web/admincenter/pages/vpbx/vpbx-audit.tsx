import { useParam } from '../../use-param.ts'
import { AuditList } from '../provider/audit-list.tsx'

export function VpbxAudit() {
  return <AuditList vpbxId={useParam('vpbxId')} />
}
