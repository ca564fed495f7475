import { Group, Paper, Stack, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '#web/ui/page-header.tsx'
import { modelQuery, vpbxQuery } from '../../queries.ts'
import { QueryView } from '../../query-view.tsx'
import { useParam } from '../../use-param.ts'
import { ModelFacts } from '../provider/model-facts.tsx'
import { ModelPicture } from '../provider/model-picture.tsx'
import { vpbxModelLayer } from '../settings/layers.ts'
import { SettingsForm } from '../settings/settings-form.tsx'
import { useVpbxCrumbs } from './vpbx-page.tsx'

/** One type of device within a vPBX: what it can, and what is set for all of its kind there. */
export function VpbxModelPage() {
  const { t } = useTranslation()
  const [vpbxId, modelId] = [useParam('vpbxId'), useParam('modelId')]
  const above = useVpbxCrumbs()
  const vpbx = useQuery(vpbxQuery(vpbxId))
  const query = useQuery(modelQuery(modelId))
  const crumbs = [
    ...above,
    { label: vpbx.data?.name ?? '…', to: `/vpbxs/${vpbxId}` },
    { label: t('nav.catalog'), to: `/vpbxs/${vpbxId}/models` },
  ]
  return (
    <QueryView query={query}>
      {(model) => (
        <Stack key={model.id}>
          <PageHeader
            title={`${model.vendorName} ${model.name}`}
            crumbs={[...crumbs, { label: model.name }]}
            subtitle={t(`kind.${model.kind}`)}
          />
          <Group align="flex-start" gap="xl" wrap="wrap">
            <ModelPicture model={model} />
            <ModelFacts model={model} />
          </Group>
          <Paper component="section" withBorder p="lg">
            <Title order={2} size="h4" mb="sm">
              {t('settings.ofModel')}
            </Title>
            <SettingsForm source={vpbxModelLayer(vpbxId, modelId)} />
          </Paper>
        </Stack>
      )}
    </QueryView>
  )
}
