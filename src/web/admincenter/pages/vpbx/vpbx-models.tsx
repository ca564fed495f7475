import { Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api.ts'
import { vpbxModelsQuery } from '../../queries.ts'
import { queryClient } from '../../query-client.ts'
import { QueryView } from '../../query-view.tsx'
import { useRole } from '../../session.tsx'
import type { Model } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import { useParam } from '../../use-param.ts'
import { ModelFamilies } from '../provider/model-families.tsx'
import { vpbxLayer } from '../settings/layers.ts'
import { SettingsForm } from '../settings/settings-form.tsx'

/** Which device types a vPBX is offered, and what is set for all of its devices. */
export function VpbxModels() {
  const { t } = useTranslation()
  const vpbxId = useParam('vpbxId')
  const role = useRole()
  const query = useQuery(vpbxModelsQuery(vpbxId))
  const change = useAction({
    run: ({ id: modelId, available }: Pick<Model, 'id' | 'available'>) =>
      answerOf(
        api.PATCH('/api/vpbxs/{vpbxId}/models/{modelId}', {
          params: { path: { vpbxId, modelId } },
          body: { available },
        }),
      ),
    onDone: (changed) =>
      queryClient.setQueryData(vpbxModelsQuery(vpbxId).queryKey, (models) =>
        models?.map((other) => (other.id === changed.id ? changed : other)),
      ),
  })
  return (
    <Stack>
      <Paper component="section" withBorder p="lg">
        <Title order={2} size="h4" mb="sm">
          {t('settings.ofVpbx')}
        </Title>
        <SettingsForm source={vpbxLayer(vpbxId)} />
      </Paper>
      <Title order={2} size="h4">
        {t('catalog.tab.models')}
      </Title>
      <Text size="sm" c="dimmed">
        {t(role === 'provider' ? 'catalog.hint' : 'catalog.vpbxHint')}
      </Text>
      <QueryView query={query}>
        {(models) => (
          <ModelFamilies
            models={models}
            linkTo={(id) => `/vpbxs/${vpbxId}/models/${id}`}
            {...(role === 'provider' && { onOffer: (model) => change.mutate(model) })}
          />
        )}
      </QueryView>
    </Stack>
  )
}
