import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { FormDialog } from '#web/ui/form-dialog.tsx'
import { answerOf, api } from '../../api.ts'
import { useAction } from '../../use-action.ts'

interface ExtensionValues {
  number: string
  displayName: string
}

interface CreateExtensionDialogProps {
  vpbxId: string
  opened: boolean
  onClose: () => void
}

export function CreateExtensionDialog({ vpbxId, opened, onClose }: CreateExtensionDialogProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const form = useForm<ExtensionValues>({ initialValues: { number: '', displayName: '' } })
  const create = useAction({
    run: (body: ExtensionValues) =>
      answerOf(api.POST('/api/vpbxs/{vpbxId}/extensions', { params: { path: { vpbxId } }, body })),
    form,
    done: t('extension.created'),
    onDone: ({ id }) => {
      close()
      void navigate(`/vpbxs/${vpbxId}/extensions/${id}/settings/phones`)
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
      title={t('extension.create')}
      submitLabel={t('action.create')}
      busy={create.isPending}
      onSubmit={form.onSubmit((values) => create.mutate(values))}
    >
      <TextInput
        label={t('extension.number')}
        description={t('extension.numberHint')}
        required
        inputMode="numeric"
        data-autofocus
        {...form.getInputProps('number')}
      />
      <TextInput
        label={t('extension.displayName')}
        description={t('extension.displayNameHint')}
        required
        {...form.getInputProps('displayName')}
      />
    </FormDialog>
  )
}
