import { List, Modal, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmBody } from '#web/ui/confirm-dialog.tsx'
import { DataList } from '#web/ui/data-list.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { answerOf, api } from '../../api.ts'
import { ApiError } from '../../api-error.ts'
import { modelChangeQuery } from '../../queries.ts'
import { QueryView } from '../../query-view.tsx'
import { sentenceOf } from '../../sentence.ts'
import type { DeviceDetails, ModelChangePreview } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import { deviceName } from './device-name.ts'
import { useModelOptions } from './empty-slot.tsx'

type Kind = DeviceDetails['device']['model']['kind']

/** What may take the place of what; the server has the last word. */
const exchangeable: readonly (readonly Kind[])[] = [['desk', 'conference'], ['gateway']]

export function kindsInPlaceOf(kind: Kind): readonly Kind[] {
  return exchangeable.find((kinds) => kinds.includes(kind)) ?? []
}

interface ChangeModelDialogProps {
  details: DeviceDetails
  opened: boolean
  onClose: () => void
}

/** [Changer le type…]: says what will be lost before anything is. */
export function ChangeModelDialog({ details, opened, onClose }: ChangeModelDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal opened={opened} onClose={onClose} title={t('changeModel.title')}>
      <ChangeModelBody details={details} onClose={onClose} />
    </Modal>
  )
}

function ChangeModelBody({ details, onClose }: Omit<ChangeModelDialogProps, 'opened'>) {
  const { t } = useTranslation()
  const { id, model: present } = details.device
  const kinds = kindsInPlaceOf(present.kind)
  const options = useModelOptions((model) => kinds.includes(model.kind) && model.id !== present.id)
  const [chosen, choose] = useState<string | null>(null)
  const preview = useQuery({ ...modelChangeQuery(id, chosen ?? ''), enabled: chosen !== null })
  const change = useAction({
    run: (model: string) =>
      answerOf(api.POST('/api/devices/{deviceId}/model', { params: { path: { deviceId: id } }, body: { model } })),
    form: { getValues: () => ({ model: chosen }), setErrors: () => undefined },
    onDone: onClose,
    done: t('changeModel.done', { name: preview.data ? nameOf(preview.data) : '' }),
  })
  return (
    <ConfirmBody
      onClose={onClose}
      confirmLabel={t('changeModel.confirm')}
      disabled={!preview.isSuccess || preview.isFetching}
      busy={change.isPending}
      dangerous={preview.data ? lossesOf(t, preview.data).length > 0 : false}
      onConfirm={() => chosen && change.mutate(chosen)}
    >
      <Text size="sm">{t('changeModel.hint')}</Text>
      <DataList rows={[{ label: t('phones.model'), value: deviceName(details.device) }]} />
      <Select
        label={t('changeModel.model')}
        placeholder={t('phones.choose')}
        data={options}
        searchable
        nothingFoundMessage={t('phones.noModel')}
        comboboxProps={{ withinPortal: false }}
        value={chosen}
        onChange={(value) => {
          change.reset()
          choose(value)
        }}
        error={change.error instanceof ApiError && change.error.fields.model ? sentenceOf(t, change.error) : null}
      />
      {chosen !== null && <QueryView query={preview}>{(told) => <Losses told={told} />}</QueryView>}
    </ConfirmBody>
  )
}

function nameOf({ model }: ModelChangePreview): string {
  return `${model.vendorName} ${model.name}`
}

function Losses({ told }: { told: ModelChangePreview }) {
  const { t } = useTranslation()
  const losses = lossesOf(t, told)
  if (losses.length === 0) return <Notice live>{t('changeModel.nothingLost')}</Notice>
  return (
    <Notice kind="warning" title={t('changeModel.lost')} live>
      <Stack mah={240} style={{ overflowY: 'auto' }} tabIndex={0}>
        <List size="sm">
          {losses.map((loss) => (
            <List.Item key={loss}>{loss}</List.Item>
          ))}
        </List>
      </Stack>
    </Notice>
  )
}

function lossesOf(t: TFunction, { keys, labels, modules, lineSlots, access }: ModelChangePreview): string[] {
  return [
    ...modules.map(({ position, name }) => t('device.tab.module', { position, name })),
    ...keys.map(({ module, slot, type, value }) => {
      const what = [t(`keys.function.${type}`), value].filter(Boolean).join(' ')
      return module === 0 ? t('changeModel.key', { slot, what }) : t('changeModel.moduleKey', { module, slot, what })
    }),
    ...labels.map(({ slot, label }) => t('changeModel.label', { slot, label })),
    ...lineSlots.map(({ slot, number }) => t('changeModel.lineSlot', { slot, number })),
    ...access.map((field) =>
      field === 'userName' ? t('device.userName') : t('changeModel.random', { what: t(`device.${field}`) }),
    ),
  ]
}
