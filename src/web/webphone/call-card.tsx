import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Call, Phone } from './phone.ts'

/** One call: who it is with, how it stands, and what can be done with it. */
export function CallCard({ call, phone }: { call: Call; phone: Phone }) {
  const { t } = useTranslation()
  const title = call.name || call.number
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
            </>
          )}
        </Group>
      </Stack>
    </Paper>
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
