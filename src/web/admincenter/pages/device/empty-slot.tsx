import { Button, Paper, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PlusIcon } from '#web/ui/icons.tsx'
import { answerOf, api } from '../../api.ts'
import { ApiError } from '../../api-error.ts'
import { modelsQuery } from '../../queries.ts'
import { sentenceOf } from '../../sentence.ts'
import type { Model } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import { bodyOf, NewHandsetFields, type NewPlace, noPlace } from './dect/new-handset-fields.tsx'
import classes from './empty-slot.module.css'

/** The types that may be chosen, by maker. */
export function useModelOptions(fits: (model: Model) => boolean = () => true) {
  const { data = [] } = useQuery(modelsQuery)
  const offered = useMemo(() => data.filter(({ available }) => available), [data])
  return [...Map.groupBy(offered.filter(fits), ({ vendorName }) => vendorName)].map(([group, models]) => ({
    group,
    items: models.map(({ id, name }) => ({ value: id, label: `${group} ${name}` })),
  }))
}

/** The empty place at the end of the list: choose a type, put it on the line. */
export function EmptySlot({ lineId }: { lineId: string }) {
  const { t } = useTranslation()
  const [model, setModel] = useState<string | null>(null)
  const [place, setPlace] = useState<NewPlace>(noPlace)
  const options = useModelOptions()
  const { data: models = [] } = useQuery(modelsQuery)
  const isHandset = models.find(({ id }) => id === model)?.kind === 'dectHandset'
  const create = useAction({
    run: (chosen: string) =>
      answerOf(
        api.POST('/api/lines/{lineId}/devices', {
          params: { path: { lineId } },
          body: { model: chosen, ...(isHandset && bodyOf(place)) },
        }),
      ),
    form: { getValues: () => ({ model, ...noPlace }), setErrors: () => undefined },
    done: t('phones.created'),
    onDone: () => {
      setModel(null)
      setPlace(noPlace)
    },
  })
  const refusals = create.error instanceof ApiError ? create.error.fields : {}
  const refused = refusals.model ? sentenceOf(t, create.error) : null
  return (
    <Paper
      component="form"
      noValidate
      withBorder
      p="md"
      className={classes.slot}
      onSubmit={(event) => {
        event.preventDefault()
        if (model) create.mutate(model)
      }}
    >
      <Select
        label={t('phones.model')}
        placeholder={t('phones.choose')}
        data={options}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('action.clear') }}
        nothingFoundMessage={t('phones.noModel')}
        comboboxProps={{ withinPortal: false, keepMounted: false }}
        value={model}
        onChange={(value) => {
          create.reset()
          setModel(value)
          setPlace(noPlace)
        }}
        error={refused}
        className={classes.model ?? ''}
      />
      {model && isHandset && (
        <NewHandsetFields
          key={model}
          lineId={lineId}
          model={model}
          place={place}
          refusals={refusals}
          onChange={(next) => {
            create.reset()
            setPlace(next)
          }}
        />
      )}
      <Button type="submit" leftSection={<PlusIcon />} disabled={!model} loading={create.isPending}>
        {t('phones.add')}
      </Button>
    </Paper>
  )
}
