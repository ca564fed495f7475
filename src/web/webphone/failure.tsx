import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '#web/ui/notice.tsx'
import { sentenceOf } from '../admincenter/sentence.ts'
import { Sheet } from './sheet.tsx'

/** What did not work, with a way to try again. */
export function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <Sheet>
      <Notice kind="danger" live>
        {sentenceOf(t, error)}
      </Notice>
      <Button onClick={onRetry}>{t('action.retry')}</Button>
    </Sheet>
  )
}
