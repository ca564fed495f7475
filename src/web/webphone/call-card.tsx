import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '#web/ui/notice.tsx'
import type { Call, Phone } from './phone.ts'

/** One call: who it is with, how it stands, and what can be done with it. */
export function CallCard({ call, phone }: { call: Call; phone: Phone }) {
  const { t } = useTranslation()
  const title = call.name || call.number
  const [transferring, setTransferring] = useState(false)
  return (
    <Paper withBorder p="md" component="section" aria-label={title} data-call={call.state}>
      <Stack gap="xs">
        <div>
          <Title order={2} size="h4">
            {title}
          </Title>
          <Text c="dimmed" role="status">
            {call.name !== '' && `${call.number} · `}
            {call.held ? t('webPhone.held') : t(`webPhone.callState.${call.state}`)}
            {call.answeredAt !== null && <Duration since={call.answeredAt} />}
          </Text>
        </div>
        <Group gap="xs">
          {call.state === 'incoming' && (
            <Button color="#1b6429" autoFocus onClick={() => phone.answer(call.id)}>
              {t('webPhone.answer')}
            </Button>
          )}
          <Button color="red.9" onClick={() => phone.hangUp(call.id)}>
            {call.state === 'incoming' ? t('webPhone.reject') : t('webPhone.hangUp')}
          </Button>
          {call.state === 'active' && (
            <>
              <Button
                variant={call.muted ? 'filled' : 'default'}
                aria-pressed={call.muted}
                onClick={() => phone.setMuted(call.id, !call.muted)}
              >
                {t('webPhone.mute')}
              </Button>
              <Button
                variant={call.held ? 'filled' : 'default'}
                aria-pressed={call.held}
                onClick={() => phone.setHeld(call.id, !call.held)}
              >
                {t('webPhone.hold')}
              </Button>
              <Button variant="default" aria-expanded={transferring} onClick={() => setTransferring(!transferring)}>
                {t('webPhone.transfer')}
              </Button>
            </>
          )}
        </Group>
        {call.state === 'active' && transferring && <Transfer call={call} phone={phone} />}
      </Stack>
    </Paper>
  )
}

function Transfer({ call, phone }: { call: Call; phone: Phone }) {
  const { t } = useTranslation()
  const [number, setNumber] = useState('')
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (number.trim() !== '') phone.transfer(call.id, number)
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="xs">
        {call.transfer === 'failed' && (
          <Notice kind="danger" live>
            {t('webPhone.transferFailed')}
          </Notice>
        )}
        <TextInput
          label={t('webPhone.transferTo')}
          type="tel"
          autoComplete="off"
          autoFocus
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <Button type="submit" loading={call.transfer === 'running'} disabled={number.trim() === ''}>
          {t('webPhone.transferNow')}
        </Button>
      </Stack>
    </form>
  )
}

function Duration({ since }: { since: number }) {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.max(0, Math.floor((now - since) / 1000))
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return <span aria-hidden="true"> · {text}</span>
}
