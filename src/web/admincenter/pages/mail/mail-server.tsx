import { Button, Group, NativeSelect, NumberInput, PasswordInput, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Notice } from '#web/ui/notice.tsx'
import { Section } from '#web/ui/section.tsx'
import { answerOf, api } from '../../api.ts'
import { mailServerQuery } from '../../call-queries.ts'
import { queryClient } from '../../query-client.ts'
import { QueryView } from '../../query-view.tsx'
import type { MailServer as Server } from '../../types.ts'
import { useAction } from '../../use-action.ts'

/** Installation → Courrier: the server by which messages go out. */
export function MailServer() {
  const { t } = useTranslation()
  const query = useQuery(mailServerQuery)
  return (
    <QueryView query={query}>
      {(server) => (
        <Stack maw={640}>
          {server === null && <Notice kind="warning">{t('mailServer.none')}</Notice>}
          <Section title={t('mailServer.server')} hint={t('mailServer.hint')}>
            <MailForm key={JSON.stringify(server)} server={server} />
          </Section>
          {server && <MailTest />}
        </Stack>
      )}
    </QueryView>
  )
}

const securities = ['starttls', 'tls', 'none'] as const
const usualPorts = { starttls: 587, tls: 465, none: 25 }

function valuesOf(server: Server) {
  return {
    host: server?.host ?? '',
    port: (server?.port ?? usualPorts.starttls) as number | string,
    security: server?.security ?? ('starttls' as const),
    userName: server?.userName ?? '',
    password: '',
    sender: server?.sender ?? '',
  }
}

type Values = ReturnType<typeof valuesOf>

function MailForm({ server }: { server: Server }) {
  const { t } = useTranslation()
  const form = useForm<Values>({ initialValues: valuesOf(server) })
  const save = useAction({
    run: ({ password, port, ...values }: Values) => {
      // Without a user there is nothing that a password could belong to.
      const secret = values.userName.trim() === '' ? null : password || undefined
      const body = { ...values, port: Number(port), ...(secret !== undefined && { password: secret }) }
      return answerOf(api.PUT('/api/mail-server', { body }))
    },
    form,
    done: t('mailServer.saved'),
    onDone: (changed) => queryClient.setQueryData(mailServerQuery.queryKey, changed),
  })
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack>
        <TextInput
          label={t('mailServer.host')}
          placeholder="smtp.example.ch"
          required
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('host')}
        />
        <SecurityFields form={form} />
        <TextInput
          label={t('mailServer.userName')}
          description={t('mailServer.userNameHint')}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('userName')}
        />
        <PasswordInput
          label={t('mailServer.password')}
          description={t('mailServer.passwordHint')}
          placeholder={server?.passwordSet ? t('device.passwordKept') : ''}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <TextInput
          type="email"
          label={t('mailServer.sender')}
          description={t('mailServer.senderHint')}
          required
          autoComplete="off"
          {...form.getInputProps('sender')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            {t('action.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function SecurityFields({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation()
  const { security, port } = form.getValues()
  const choose = (text: string): void => {
    const chosen = securities.find((one) => one === text)
    if (!chosen) return
    form.setFieldValue('security', chosen)
    // A port that somebody typed stays.
    if (Number(port) === usualPorts[security]) form.setFieldValue('port', usualPorts[chosen])
  }
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <NativeSelect
        label={t('mailServer.security')}
        data={securities.map((value) => ({ value, label: t(`mailServer.securities.${value}`) }))}
        {...form.getInputProps('security')}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <NumberInput
        label={t('mailServer.port')}
        min={1}
        max={65_535}
        allowDecimal={false}
        hideControls
        {...form.getInputProps('port')}
      />
    </SimpleGrid>
  )
}

/** Sends one message, so that a wrong setting shows before it matters. */
function MailTest() {
  const { t } = useTranslation()
  const form = useForm({ initialValues: { to: '' } })
  const send = useAction({
    run: (body: { to: string }) => answerOf(api.POST('/api/mail-server/test', { body })),
    form,
  })
  return (
    <Section title={t('mailServer.test')}>
      <form noValidate onSubmit={form.onSubmit((values) => send.mutate(values))}>
        <Group align="flex-end" gap="xs">
          <TextInput
            type="email"
            label={t('mailServer.testTo')}
            required
            autoComplete="email"
            style={{ flex: '1 1 14rem' }}
            {...form.getInputProps('to')}
          />
          <Button type="submit" variant="default" loading={send.isPending}>
            {t('mailServer.send')}
          </Button>
        </Group>
      </form>
      {send.data && (
        <Notice
          kind={send.data.sent ? 'info' : 'danger'}
          title={t(send.data.sent ? 'mailServer.sent' : 'mailServer.notSent')}
          live
        >
          {send.data.detail}
        </Notice>
      )}
    </Section>
  )
}
