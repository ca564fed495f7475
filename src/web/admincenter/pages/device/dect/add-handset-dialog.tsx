import { Modal, Select, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { FormBody } from '#web/ui/form-dialog.tsx'
import { answerOf, api } from '../../../api.ts'
import { lineSlotsQuery } from '../../../queries.ts'
import type { BaseContents } from '../../../types.ts'
import { useAction } from '../../../use-action.ts'
import { IpuiField } from './base-fields.tsx'

interface AddHandsetProps {
  baseId: string
  contents: BaseContents
  onClose: () => void
}

/** [Ajouter un combiné]: makes the handset on the line that is chosen and puts it on this base. */
export function AddHandsetDialog({ opened, ...body }: AddHandsetProps & { opened: boolean }) {
  const { t } = useTranslation()
  return (
    <Modal opened={opened} onClose={body.onClose} title={t('dect.add')}>
      <AddHandset {...body} />
    </Modal>
  )
}

function AddHandset({ baseId, contents, onClose }: AddHandsetProps) {
  const { t } = useTranslation()
  const [only] = contents.models.length === 1 ? contents.models : []
  const form = useForm({ initialValues: { model: only?.id ?? '', lineId: '', ipui: '', baseStationId: baseId } })
  const { data } = useQuery(lineSlotsQuery(baseId))
  const add = useAction({
    run: ({ lineId, ipui, ...body }: { model: string; lineId: string; ipui: string; baseStationId: string }) =>
      answerOf(
        api.POST('/api/lines/{lineId}/devices', {
          params: { path: { lineId } },
          body: { ...body, ...(ipui.trim() !== '' && { ipui }) },
        }),
      ),
    form,
    done: t('dect.added'),
    onDone: onClose,
  })
  const submit = form.onSubmit((values) => {
    const missing = (['model', 'lineId'] as const).filter((field) => values[field] === '')
    for (const field of missing) form.setFieldError(field, t('error.field.required'))
    if (missing.length === 0) add.mutate(values)
  })
  return (
    <FormBody onClose={onClose} submitLabel={t('action.add')} busy={add.isPending} onSubmit={submit}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('dect.addHint')}
        </Text>
        <Select
          label={t('dect.model')}
          placeholder={t('phones.choose')}
          data={contents.models.map(({ id, name }) => ({ value: id, label: name }))}
          nothingFoundMessage={t('phones.noModel')}
          searchable
          allowDeselect={false}
          data-autofocus
          {...form.getInputProps('model')}
        />
        <Select
          label={t('lineSlots.line')}
          placeholder={t('lineSlots.choose')}
          data={(data?.lines ?? []).map(({ id, number, displayName }) => ({
            value: id,
            label: `${number} · ${displayName}`,
          }))}
          limit={200}
          nothingFoundMessage={t('lineSlots.noLine')}
          searchable
          allowDeselect={false}
          {...form.getInputProps('lineId')}
        />
        {contents.ipui !== null && (
          <IpuiField required={contents.ipui === 'required'} {...form.getInputProps('ipui')} />
        )}
      </Stack>
    </FormBody>
  )
}
