import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { FormDialog } from '#web/ui/form-dialog.tsx'
import { answerOf, api } from '../../api.ts'
import type { Line } from '../../types.ts'
import { useAction } from '../../use-action.ts'

interface AddLineDialogProps {
  extensionId: string
  /** Null: closed. */
  kind: Line['kind'] | null
  onClose: () => void
}

/** A further number of an extension. */
export function AddLineDialog({ extensionId, kind, onClose }: AddLineDialogProps) {
  const { t } = useTranslation()
  const form = useForm({ initialValues: { number: '' } })
  const shown = kind ?? 'internal'
  const add = useAction({
    run: ({ number }: { number: string }) =>
      answerOf(
        api.POST('/api/extensions/{extensionId}/lines', {
          params: { path: { extensionId } },
          body: { kind: shown, number },
        }),
      ),
    form,
    done: t('line.added'),
    onDone: () => close(),
  })
  const close = (): void => {
    form.reset()
    onClose()
  }
  return (
    <FormDialog
      opened={kind !== null}
      onClose={close}
      title={t(`line.add.${shown}`)}
      submitLabel={t('action.add')}
      busy={add.isPending}
      onSubmit={form.onSubmit((values) => add.mutate(values))}
    >
      <TextInput
        label={t('line.number')}
        description={shown === 'internal' ? t('extension.numberHint') : t('line.publicHint')}
        required
        inputMode="tel"
        data-autofocus
        {...form.getInputProps('number')}
      />
    </FormDialog>
  )
}
