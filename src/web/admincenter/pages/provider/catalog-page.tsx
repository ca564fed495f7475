import { Group, Paper, Stack, Switch, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { SearchInput, useListFilter } from '#web/ui/list-filter.tsx'
import { EmptyState } from '#web/ui/notice.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { answerOf, api } from '../../api.ts'
import { modelsQuery } from '../../queries.ts'
import { queryClient } from '../../query-client.ts'
import { QueryView } from '../../query-view.tsx'
import type { Model } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import classes from './catalog.module.css'

/** Which device types are offered for new devices. */
export function CatalogPage() {
  const { t } = useTranslation()
  const query = useQuery(modelsQuery)
  return (
    <>
      <PageHeader title={t('nav.catalog')} subtitle={t('catalog.hint')} />
      <QueryView query={query}>{(models) => <Makers models={models} />}</QueryView>
    </>
  )
}

function Makers({ models }: { models: Model[] }) {
  const { t } = useTranslation()
  const list = useListFilter(models, ({ vendorName, name }) => `${vendorName} ${name}`, Number.POSITIVE_INFINITY)
  const makers = [...Map.groupBy(list.shown, ({ vendorName }) => vendorName)]
  return (
    <Stack>
      <Group>
        <SearchInput value={list.search} onChange={list.setSearch} />
      </Group>
      {makers.length === 0 && <EmptyState title={t('list.nothingFound')}>{t('list.nothingFoundHint')}</EmptyState>}
      {makers.map(([maker, ofMaker]) => (
        <Paper key={maker} component="section" withBorder p="md" aria-label={maker}>
          <Title order={2} size="h4" mb="xs">
            {maker}
          </Title>
          <ul className={classes.models}>
            {ofMaker.map((model) => (
              <ModelRow key={model.id} model={model} />
            ))}
          </ul>
        </Paper>
      ))}
    </Stack>
  )
}

function ModelRow({ model }: { model: Model }) {
  const { t } = useTranslation()
  const change = useAction({
    run: (available: boolean) =>
      answerOf(api.PATCH('/api/models/{modelId}', { params: { path: { modelId: model.id } }, body: { available } })),
    onDone: (changed) =>
      queryClient.setQueryData(modelsQuery.queryKey, (models) =>
        models?.map((other) => (other.id === changed.id ? changed : other)),
      ),
  })
  return (
    <li className={classes.model}>
      <div>
        <Text fw={500}>{model.name}</Text>
        <Text size="xs" c="dimmed">
          {t(`kind.${model.kind}`)} · {t('catalog.lines', { count: model.lineSlots })}
          {model.keyCount > 0 && ` · ${t('catalog.keys', { count: model.keyCount })}`}
        </Text>
      </div>
      <Switch
        aria-label={t('catalog.offer', { model: `${model.vendorName} ${model.name}` })}
        checked={model.available}
        disabled={change.isPending}
        onChange={(event) => change.mutate(event.currentTarget.checked)}
      />
    </li>
  )
}
