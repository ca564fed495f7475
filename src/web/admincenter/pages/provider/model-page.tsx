import { Group, Paper, Stack, Switch, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '#web/ui/page-header.tsx'
import { answerOf, api } from '../../api.ts'
import { modelQuery, modelsQuery } from '../../queries.ts'
import { QueryView } from '../../query-view.tsx'
import { useAction } from '../../use-action.ts'
import { useParam } from '../../use-param.ts'
import { modelLayer } from '../settings/layers.ts'
import { SettingsForm } from '../settings/settings-form.tsx'
import { AppShops } from './app-shops.tsx'
import { ModelFacts } from './model-facts.tsx'
import { ModelPicture } from './model-picture.tsx'

/** One type of device: how it looks, what it can, whether it is offered, what is set for all of its kind. */
export function ModelPage() {
  const { t } = useTranslation()
  const modelId = useParam('modelId')
  const query = useQuery(modelQuery(modelId))
  return (
    <QueryView query={query}>
      {(model) => (
        <Stack key={model.id}>
          <PageHeader
            title={`${model.vendorName} ${model.name}`}
            crumbs={[{ label: t('nav.catalog'), to: '/catalog/models' }, { label: model.name }]}
            subtitle={t(`kind.${model.kind}`)}
            actions={<OfferSwitch modelId={model.id} name={`${model.vendorName} ${model.name}`} />}
          />
          <Group align="flex-start" gap="xl" wrap="wrap">
            <ModelPicture model={model} />
            <ModelFacts model={model} />
          </Group>
          {model.app && <AppShops key={model.id} modelId={model.id} app={model.app} />}
          <Paper component="section" withBorder p="lg">
            <Title order={2} size="h4" mb="sm">
              {t('settings.ofModel')}
            </Title>
            <SettingsForm source={modelLayer(model.id)} />
          </Paper>
        </Stack>
      )}
    </QueryView>
  )
}

function OfferSwitch({ modelId, name }: { modelId: string; name: string }) {
  const { t } = useTranslation()
  const models = useQuery(modelsQuery)
  const change = useAction({
    run: (available: boolean) =>
      answerOf(api.PATCH('/api/models/{modelId}', { params: { path: { modelId } }, body: { available } })),
  })
  const present = models.data?.find(({ id }) => id === modelId)
  if (!present) return null
  return (
    <Switch
      label={t('catalog.offer', { model: name })}
      checked={present.available}
      disabled={change.isPending}
      onChange={(event) => change.mutate(event.currentTarget.checked)}
    />
  )
}
