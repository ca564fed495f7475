import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { FormDialog } from '#web/ui/form-dialog.tsx'
import { answerOf, api } from '../../api.ts'
import type { Extension } from '../../types.ts'
import { useAction } from '../../use-action.ts'

interface ExtensionDialogProps {
  extension: Extension
  opened: boolean
  onClose: () => void
}

/** Changes the name that phones show for this extension. */
export function RenameExtensionDialog({ extension, opened, onClose }: ExtensionDialogProps) {
  const { t } = useTranslation()
  const form = useForm({ initialValues: { displayName: extension.displayName } })
  const change = useAction({
    run: (body: { displayName: string }) =>
      answerOf(api.PATCH('/api/extensions/{extensionId}', { params: { path: { extensionId: extension.id } }, body })),
    form,
    done: t('extension.renamed'),
    onDone: onClose,
  })
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t('extension.rename')}
      submitLabel={t('action.save')}
      busy={change.isPending}
      onSubmit={form.onSubmit((values) => change.mutate(values))}
    >
      <TextInput
        label={t('extension.displayName')}
        description={t('extension.displayNameHint')}
        required
        data-autofocus
        {...form.getInputProps('displayName')}
      />
    </FormDialog>
  )
}
