import { Button, Group, List, Modal, Radio, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmBody } from '#web/ui/confirm-dialog.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { registrationsQuery } from '../../queries.ts'
import { sentenceOf } from '../../sentence.ts'
import type { DeviceDetails, NotifyReply } from '../../types.ts'
import { useAction } from '../../use-action.ts'

interface NotifyDialogProps {
  kind: 'restart' | 'resync'
  details: DeviceDetails
  /** To one contact, or to all of the device. */
  send: (target: { ruid?: string }) => Promise<NotifyReply>
  opened: boolean
  onClose: () => void
}

const allContacts = 'all'

/** Answers of devices to which there is a sentence of its own. */
const knownCodes = new Set([200, 202, 401, 403, 404, 405, 408, 481, 489, 500, 503])

function answerInWords(t: TFunction, code: number, reason: string): string {
  return t(`sipCode.${knownCodes.has(code) ? code : 'other'}`, { code, reason })
}

/** Asks, sends the request through the switch, and says for each contact what the device answered. */
export function NotifyDialog({ opened, ...body }: NotifyDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal opened={opened} onClose={body.onClose} title={t(`${body.kind}.title`)}>
      <NotifyBody {...body} />
    </Modal>
  )
}

function NotifyBody({ kind, details, send, onClose }: Omit<NotifyDialogProps, 'opened'>) {
  const { t } = useTranslation()
  const [ruid, setRuid] = useState(allContacts)
  const notify = useAction({ run: () => send(ruid === allContacts ? {} : { ruid }) })
  if (notify.data) return <NotifyResult results={notify.data.results} onClose={onClose} />
  return (
    <ConfirmBody
      onClose={onClose}
      confirmLabel={t(`${kind}.confirm`)}
      busy={notify.isPending}
      onConfirm={() => notify.mutate()}
    >
      <Text>{t(`${kind}.hint`)}</Text>
      <ContactChoice details={details} value={ruid} onChange={setRuid} />
      {notify.error && (
        <Notice kind="danger" live>
          {sentenceOf(t, notify.error)}
        </Notice>
      )}
    </ConfirmBody>
  )
}

interface ContactChoiceProps {
  details: DeviceDetails
  value: string
  onChange: (ruid: string) => void
}

/** Which contact to ask, where the device is registered from several places. */
function ContactChoice({ details, value, onChange }: ContactChoiceProps) {
  const { t } = useTranslation()
  const { id, lineId } = details.device
  const own = (useQuery(registrationsQuery(lineId)).data ?? []).filter(({ deviceId }) => deviceId === id)
  if (own.length < 2) return null
  return (
    <Radio.Group label={t('notify.which')} value={value} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        <Radio value={allContacts} label={t('notify.all')} />
        {own.map(({ ruid, contact, userAgent }) => (
          <Radio
            key={ruid}
            value={ruid}
            label={contact}
            description={userAgent}
            styles={{ label: { overflowWrap: 'anywhere' } }}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}

function NotifyResult({ results, onClose }: Pick<NotifyDialogProps, 'onClose'> & NotifyReply) {
  const { t } = useTranslation()
  return (
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
  )
}
