import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { type AppShop, appShops } from '#domain/app.ts'
import { answerOf, api } from '../../api.ts'
import type { ModelDetails } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import { AppFacts } from '../ip-phone/app-facts.tsx'

interface AppShopsProps {
  modelId: string
  app: NonNullable<ModelDetails['app']>
}

/** What an app can, and where the provider's customers get it. */
export function AppShops({ modelId, app }: AppShopsProps) {
  const { t } = useTranslation()
  const linkTo = (shop: AppShop): string => app.shops.find((one) => one.shop === shop)?.url ?? ''
  const initialValues = { apple: linkTo('apple'), google: linkTo('google'), microsoft: linkTo('microsoft') }
  const form = useForm({ initialValues })
  const save = useAction({
    run: (body: typeof initialValues) =>
      answerOf(api.PUT('/api/models/{modelId}/shops', { params: { path: { modelId } }, body })),
    form,
    done: t('action.saved'),
  })
  return (
    <Paper component="section" withBorder p="lg">
      <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack>
          <AppFacts facts={{ ...app, shops: [] }} />
          <Title order={2} size="h4">
            {t('ipPhone.shops')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('ipPhone.shopsHint')}
          </Text>
          {appShops.map((shop) => (
            <TextInput
              key={shop}
              type="url"
              inputMode="url"
              label={t(`appPage.shop.${shop}`)}
              placeholder="https://"
              {...form.getInputProps(shop)}
            />
          ))}
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending}>
              {t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  )
}
