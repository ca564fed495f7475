import { Button, Group, Stack, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Notice } from '#web/ui/notice.tsx'
import { answerOf, api } from '../../../api.ts'
import type { DeviceDetails } from '../../../types.ts'
import { NotifyDialog } from '../notify-dialog.tsx'
import classes from './key-row.module.css'
import type { KeyEditor } from './use-key-editor.ts'

interface KeysFooterProps {
  editor: KeyEditor
  details: DeviceDetails
  resyncing: boolean
  onResync: (opened: boolean) => void
}

/** First save, then synchronise; the second only where the type can. Stays in sight below the keys. */
export function KeysFooter({ editor, details, resyncing, onResync }: KeysFooterProps) {
  const { t } = useTranslation()
  const { canResync } = details
  const path = { params: { path: { deviceId: details.device.id } } }
  return (
    <Stack gap="xs" className={classes.footer}>
      {editor.elsewhere && <Elsewhere editor={editor} />}
      <Group justify="space-between" gap="xs">
        <Text size="sm" role="status" style={{ flex: '1 1 14rem' }}>
          {stateOf(editor, canResync, t)}
        </Text>
        <Group gap="xs" ml="auto">
          {editor.dirty && (
            <Button variant="subtle" onClick={editor.discard}>
              {t('keys.undoAll')}
            </Button>
          )}
          {canResync && !editor.dirty && (
            <Button variant={editor.justSaved ? 'filled' : 'default'} onClick={() => onResync(true)}>
              {t('device.resync')}
            </Button>
          )}
          <Button disabled={!editor.dirty} loading={editor.saving} onClick={editor.save}>
            {t('action.save')}
          </Button>
        </Group>
      </Group>
      <NotifyDialog
        kind="resync"
        details={details}
        send={(body) => answerOf(api.POST('/api/devices/{deviceId}/resync', { ...path, body }))}
        opened={resyncing}
        onClose={() => onResync(false)}
      />
    </Stack>
  )
}

function stateOf({ dirty, refusals, justSaved }: KeyEditor, canResync: boolean, t: TFunction): string {
  if (refusals.size > 0) return t('keys.wrong', { count: refusals.size })
  if (dirty) return t('keys.unsaved')
  if (justSaved) return canResync ? t('keys.saved') : t('keys.savedNoSync')
  return ''
}

/** Somebody else saved while this was being edited. */
function Elsewhere({ editor }: { editor: KeyEditor }) {
  const { t } = useTranslation()
  return (
    <Notice kind="warning" live>
      <Stack gap="xs">
        <Text size="sm">{t('keys.elsewhere')}</Text>
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={editor.discard}>
            {t('keys.takeTheirs')}
          </Button>
          <Button size="xs" variant="default" onClick={editor.keepMine}>
            {t('keys.keepMine')}
          </Button>
        </Group>
      </Stack>
    </Notice>
  )
}
