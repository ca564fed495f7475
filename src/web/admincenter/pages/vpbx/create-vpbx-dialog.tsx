import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { FormDialog } from '#web/ui/form-dialog.tsx'
import { answerOf, api } from '../../api.ts'
import { useAction } from '../../use-action.ts'
import { newVpbx, VpbxFields, type VpbxValues } from './vpbx-fields.tsx'

export function CreateVpbxDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const form = useForm<VpbxValues>({ initialValues: newVpbx })
  const create = useAction({
    run: (body: VpbxValues) => answerOf(api.POST('/api/vpbxs', { body })),
    form,
    done: t('vpbx.created'),
    onDone: (vpbx) => {
      close()
      void navigate(`/vpbxs/${vpbx.id}`)
    },
  })
  const close = (): void => {
    form.reset()
    onClose()
  }
  return (
    <FormDialog
      opened={opened}
      onClose={close}
      title={t('vpbx.create')}
      submitLabel={t('action.create')}
      busy={create.isPending}
      onSubmit={form.onSubmit((values) => create.mutate(values))}
    >
      <VpbxFields form={form} />
    </FormDialog>
  )
}
