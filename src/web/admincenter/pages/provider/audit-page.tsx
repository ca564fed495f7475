import { useTranslation } from 'react-i18next'
import { PageHeader } from '#web/ui/page-header.tsx'
import { AuditList } from './audit-list.tsx'

export function AuditPage() {
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={t('journal.title')} subtitle={t('journal.hint')} />
      <AuditList vpbxId={null} />
    </>
  )
}
