import { Button, Group, List, Modal, Stack, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { sentenceOf } from '../../sentence.ts'
import type { NotifyReply } from '../../types.ts'
import { useAction } from '../../use-action.ts'

interface NotifyDialogProps {
  kind: 'restart' | 'resync'
  send: () => Promise<NotifyReply>
  onClose: () => void
}

/** Answers of devices to which there is a sentence of its own. */
const knownCodes = new Set([200, 202, 401, 403, 404, 405, 408, 481, 489, 500, 503])

function answerInWords(t: TFunction, code: number, reason: string): string {
  return t(`sipCode.${knownCodes.has(code) ? code : 'other'}`, { code, reason })
}

/** Asks, sends the request through the switch, and says for each contact what the device answered. */
export function NotifyDialog({ kind, send, onClose }: NotifyDialogProps) {
  const { t } = useTranslation()
  const notify = useAction({ run: send })
  if (notify.data) return <NotifyResult kind={kind} results={notify.data.results} onClose={onClose} />
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t(`${kind}.title`)}
      confirmLabel={t(`${kind}.confirm`)}
      busy={notify.isPending}
      onConfirm={() => notify.mutate()}
    >
      <Text>{t(`${kind}.hint`)}</Text>
      {notify.error && (
        <Notice kind="danger" live>
          {sentenceOf(t, notify.error)}
        </Notice>
      )}
    </ConfirmDialog>
  )
}

function NotifyResult({ kind, results, onClose }: Omit<NotifyDialogProps, 'send'> & NotifyReply) {
  const { t } = useTranslation()
  return (
    <Modal opened onClose={onClose} title={t(`${kind}.title`)}>
      <Stack role="status">
        <Text>{t('notify.sent', { count: results.length })}</Text>
        <List spacing="sm" listStyleType="none">
          {results.map(({ contact, code, reason }) => (
            <List.Item key={contact}>
              <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {contact}
              </Text>
              <Text>{answerInWords(t, code, reason)}</Text>
            </List.Item>
          ))}
        </List>
        <Group justify="flex-end">
          <Button onClick={onClose} data-autofocus>
            {t('action.close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
