import { Badge, Button, Group, Paper, Stack, Switch, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Outlet } from 'react-router'
import { CopyButton } from '#web/ui/copy-button.tsx'
import { DataList } from '#web/ui/data-list.tsx'
import { LinkTabs } from '#web/ui/link-tabs.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { answerOf, api } from '../../api.ts'
import { providerQuery, sessionQuery } from '../../queries.ts'
import { queryClient } from '../../query-client.ts'
import { QueryView } from '../../query-view.tsx'
import type { Provider } from '../../types.ts'
import { useAction } from '../../use-action.ts'

/** The installation as a whole, with its tabs. */
export function InstallationPage() {
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={t('nav.installation')} />
      <LinkTabs
        base="/installation"
        label={t('nav.installation')}
        tabs={[
          { value: 'general', label: t('installation.general') },
          { value: 'mail', label: t('mailServer.title') },
        ]}
      >
        <Outlet />
      </LinkTabs>
    </>
  )
}

/** What the whole installation is called and how it does. */
export function InstallationGeneral() {
  const query = useQuery(providerQuery)
  return (
    <QueryView query={query}>
      {(provider) => (
        <Stack maw={640}>
          <NameForm provider={provider} />
          <AppForm provider={provider} />
          <Facts provider={provider} />
        </Stack>
      )}
    </QueryView>
  )
}

function NameForm({ provider }: { provider: Provider }) {
  const { t } = useTranslation()
  const form = useForm({ initialValues: { name: provider.name } })
  const change = useAction({
    run: (body: { name: string }) => answerOf(api.PATCH('/api/provider', { body })),
    form,
    done: t('action.saved'),
    onDone: () => void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  })
  return (
    <Paper withBorder p="lg">
      <form noValidate onSubmit={form.onSubmit((values) => change.mutate(values))}>
        <Stack>
          <TextInput
            label={t('installation.name')}
            description={t('installation.nameHint')}
            required
            {...form.getInputProps('name')}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={change.isPending}>
              {t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  )
}

/** What the apps for smartphones are called here, and whether they are offered. */
function AppForm({ provider }: { provider: Provider }) {
  const { t } = useTranslation()
  const { name, appName, appOffered, appContact } = provider
  const form = useForm({ initialValues: { appName, appOffered, appContact } })
  const change = useAction({
    run: (values: Pick<Provider, 'appName' | 'appOffered' | 'appContact'>) =>
      answerOf(api.PATCH('/api/provider', { body: { name, ...values } })),
    form,
    done: t('action.saved'),
    onDone: () => void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  })
  return (
    <Paper withBorder p="lg">
      <form noValidate onSubmit={form.onSubmit((values) => change.mutate(values))}>
        <Stack>
          <Title order={2} size="h4">
            {t('installation.apps')}
          </Title>
          <TextInput
            label={t('installation.appName')}
            description={t('installation.appNameHint')}
            required
            {...form.getInputProps('appName')}
          />
          <Switch
            label={t('installation.appOffered')}
            description={t('installation.appOfferedHint')}
            {...form.getInputProps('appOffered', { type: 'checkbox' })}
          />
          <TextInput
            label={t('installation.appContact')}
            description={t('installation.appContactHint')}
            {...form.getInputProps('appContact')}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={change.isPending}>
              {t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  )
}

function Facts({ provider }: { provider: Provider }) {
  const { t } = useTranslation()
  const host = t('installation.host')
  const realm = t('installation.realm')
  return (
    <Paper withBorder p="lg">
      <DataList
        rows={[
          { label: host, value: provider.host, action: <CopyButton value={provider.host} label={host} /> },
          { label: realm, value: provider.realm, action: <CopyButton value={provider.realm} label={realm} /> },
          {
            label: t('installation.switch'),
            value: (
              <Badge color={provider.switchUp ? 'green' : 'red'} variant="light">
                {provider.switchUp ? t('installation.switchUp') : t('installation.switchDown')}
              </Badge>
            ),
          },
          { label: t('vpbx.list'), value: provider.vpbxCount },
          { label: t('vpbx.devices'), value: provider.deviceCount },
        ]}
      />
    </Paper>
  )
}
