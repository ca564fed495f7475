import { Modal } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { FormBody } from '#web/ui/form-dialog.tsx'
import { answerOf, api } from '../../api.ts'
import type { Trunk } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import { TrunkFields } from './trunk-fields.tsx'
import { type TrunkValues, trunkBody, trunkValues } from './trunk-values.ts'

interface TrunkFormProps {
  /** Null: a new one. */
  trunk: Trunk | null
  onClose: () => void
}

export function TrunkDialog({ opened, ...form }: TrunkFormProps & { opened: boolean }) {
  const { t } = useTranslation()
  const title = form.trunk ? t('trunk.editTitle', { name: form.trunk.name }) : t('trunk.create')
  return (
    <Modal opened={opened} onClose={form.onClose} title={title} size="lg">
      <TrunkForm {...form} />
    </Modal>
  )
}

function TrunkForm({ trunk, onClose }: TrunkFormProps) {
  const { t } = useTranslation()
  const form = useForm<TrunkValues>({ initialValues: trunkValues(trunk) })
  const save = useAction({
    run: (values: TrunkValues) => {
      const body = trunkBody(values)
      return trunk
        ? answerOf(api.PATCH('/api/trunks/{trunkId}', { params: { path: { trunkId: trunk.id } }, body }))
        : answerOf(api.POST('/api/trunks', { body }))
    },
    form,
    done: trunk ? t('action.saved') : t('trunk.created'),
    onDone: onClose,
  })
  return (
    <FormBody
      onClose={onClose}
      submitLabel={trunk ? t('action.save') : t('action.create')}
      busy={save.isPending}
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <TrunkFields form={form} passwordSet={trunk?.passwordSet ?? false} />
    </FormBody>
  )
}
