import { Badge, Button, Group, Menu, Paper, Stack, Text, Title } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '#web/ui/notice.tsx'
import { isLanguage, languageOptions, speak } from '../admincenter/i18n.ts'
import { type CurrentSession, setLanguage } from './api.ts'
import { CallCard } from './call-card.tsx'
import { DialPad } from './dial-pad.tsx'
import type { Call, Identity, PhoneState } from './phone.ts'
import { announce, ring } from './ring.ts'
import { forget, usePhone } from './use-phone.ts'

interface Props {
  identity: Identity
  session: CurrentSession
  onRenew: () => void
  /** Null: there is one line alone. */
  onChangeLine: (() => void) | null
  onSignOut: () => void
}

export function PhonePage({ identity, session, onRenew, onChangeLine, onSignOut }: Props) {
  const { t } = useTranslation()
  const { phone, state } = usePhone(identity, onRenew)
  const incoming = state.calls.find((call) => call.state === 'incoming')
  useRinging(incoming)
  const leave = (then: () => void) => () => {
    phone?.close()
    forget(identity)
    then()
  }
  return (
    <Stack component="main" maw={440} mx="auto" p="md" gap="md">
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Title order={1} size="h3">
            {identity.number}
          </Title>
          <Text c="dimmed" size="sm">
            {identity.displayName}
          </Text>
        </div>
        <Account
          name={session.user.displayName}
          onChangeLine={onChangeLine && leave(onChangeLine)}
          onSignOut={leave(onSignOut)}
        />
      </Group>
      <State connection={state.connection} />
      {state.lastEnd && (
        <Notice kind="warning" live>
          {t('webPhone.ended', { who: state.lastEnd.number })} {t(`webPhone.end.${state.lastEnd.reason}`)}
        </Notice>
      )}
      {phone && state.calls.map((call) => <CallCard key={call.id} call={call} phone={phone} />)}
      {phone && (
        <Paper withBorder p="md">
          <DialPad phone={phone} state={state} />
        </Paper>
      )}
    </Stack>
  )
}

function State({ connection }: { connection: PhoneState['connection'] }) {
  const { t } = useTranslation()
  const colors = { registered: 'green', connecting: 'gray', lost: 'red' }
  return (
    <div role="status">
      <Badge color={colors[connection]} variant="light" size="lg" tt="none" data-state={connection}>
        {t(`webPhone.state.${connection}`)}
      </Badge>
    </div>
  )
}

function useRinging(call: Call | undefined): void {
  const { t } = useTranslation()
  const id = call?.id
  const who = call ? [call.name, call.number].filter(Boolean).join(' · ') : ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each call
  useEffect(() => {
    if (id === undefined) return
    const ends = [ring(), announce(t('webPhone.incoming'), who)]
    document.title = `${t('webPhone.incoming')} – ${who}`
    return () => {
      for (const end of ends) end()
      document.title = 'Web-Phone'
    }
  }, [id])
}

function Account(props: { name: string; onChangeLine: (() => void) | null; onSignOut: () => void }) {
  const { t, i18n } = useTranslation()
  const { name, onChangeLine, onSignOut } = props
  const asks = 'Notification' in window && Notification.permission === 'default'
  const choose = (language: string) => {
    if (!isLanguage(language)) return
    void speak(language)
    void setLanguage(language).catch(() => {})
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" aria-label={t('account.menu', { name })}>
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {asks && (
          <Menu.Item onClick={() => void Notification.requestPermission()}>{t('webPhone.notifications')}</Menu.Item>
        )}
        {onChangeLine && <Menu.Item onClick={onChangeLine}>{t('webPhone.otherLine')}</Menu.Item>}
        <Menu.Label>{t('account.language')}</Menu.Label>
        {languageOptions.map(({ value, label }) => (
          <Menu.Item key={value} disabled={value === i18n.language} onClick={() => choose(value)}>
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={onSignOut}>{t('account.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
