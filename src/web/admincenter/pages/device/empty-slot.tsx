import { Button, Paper, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PlusIcon } from '#web/ui/icons.tsx'
import { answerOf, api } from '../../api.ts'
import { ApiError } from '../../api-error.ts'
import { modelsQuery } from '../../queries.ts'
import { sentenceOf } from '../../sentence.ts'
import { useAction } from '../../use-action.ts'
import classes from './empty-slot.module.css'

/** The types that may be chosen, by maker. */
function useModelOptions() {
  const { data = [] } = useQuery(modelsQuery)
  return useMemo(() => {
    const offered = data.filter(({ available }) => available)
    return [...Map.groupBy(offered, ({ vendorName }) => vendorName)].map(([group, models]) => ({
      group,
      items: models.map(({ id, name }) => ({ value: id, label: `${group} ${name}` })),
    }))
  }, [data])
}

/** The empty place at the end of the list: choose a type, put it on the line. */
export function EmptySlot({ lineId }: { lineId: string }) {
  const { t } = useTranslation()
  const [model, setModel] = useState<string | null>(null)
  const options = useModelOptions()
  const create = useAction({
    run: (chosen: string) =>
      answerOf(api.POST('/api/lines/{lineId}/devices', { params: { path: { lineId } }, body: { model: chosen } })),
    form: { getValues: () => ({ model }), setErrors: () => undefined },
    done: t('phones.created'),
    onDone: () => setModel(null),
  })
  const refused = create.error instanceof ApiError && create.error.fields.model ? sentenceOf(t, create.error) : null
  return (
    <Paper
      component="form"
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
        comboboxProps={{ withinPortal: false }}
        value={model}
        onChange={(value) => {
          create.reset()
          setModel(value)
        }}
        error={refused}
        className={classes.model ?? ''}
      />
      <Button type="submit" leftSection={<PlusIcon />} disabled={!model} loading={create.isPending}>
        {t('phones.add')}
      </Button>
    </Paper>
  )
}
