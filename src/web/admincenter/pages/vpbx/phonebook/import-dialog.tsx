import { FileInput, Modal, Radio, Stack } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { base64Of } from '#web/ui/file-bytes.ts'
import { FormBody } from '#web/ui/form-dialog.tsx'
import { answerOf, api } from '../../../api.ts'
import type { PhonebookImportResult } from '../../../types.ts'
import { useAction } from '../../../use-action.ts'
import { ImportPreview } from './import-preview.tsx'

interface Values {
  file: File | null
  mode: 'merge' | 'replace'
}

interface ImportDialogProps {
  vpbxId: string
  opened: boolean
  onClose: () => void
}

/** Takes entries in from a file: first the file, then what it will do, and only then it is done. */
export function ImportDialog({ opened, ...dialog }: ImportDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal opened={opened} onClose={dialog.onClose} title={t('phonebook.import.title')} size="lg">
      <ImportSteps {...dialog} />
    </Modal>
  )
}

function ImportSteps({ vpbxId, onClose }: Omit<ImportDialogProps, 'opened'>) {
  const { t } = useTranslation()
  const form = useForm<Values>({ initialValues: { file: null, mode: 'merge' } })
  const [result, setResult] = useState<PhonebookImportResult | null>(null)
  const send = useAction({
    run: async (how: { dryRun: boolean; skipRefused: boolean }) => {
      const { file, mode } = form.getValues()
      const body = { file: file ? await base64Of(file) : '', mode, ...how }
      return answerOf(api.POST('/api/vpbxs/{vpbxId}/phonebook/import', { params: { path: { vpbxId } }, body }))
    },
    form,
    onDone: (answer) => {
      if (!answer.saved) return setResult(answer)
      notifications.show({ color: 'green', message: t('phonebook.import.done') })
      onClose()
    },
  })
  if (result) {
    return (
      <ImportPreview
        result={result}
        busy={send.isPending}
        onBack={() => setResult(null)}
        onConfirm={(skipRefused) => send.mutate({ dryRun: false, skipRefused })}
      />
    )
  }
  const look = ({ file }: Values): void => {
    if (!file) form.setErrors({ file: t('error.field.required') })
    else if (file.size > greatestFile) form.setErrors({ file: t('error.phonebook.fileTooLarge') })
    else send.mutate({ dryRun: true, skipRefused: false })
  }
  return (
    <FormBody
      onClose={onClose}
      submitLabel={t('phonebook.import.preview')}
      busy={send.isPending}
      onSubmit={form.onSubmit(look)}
    >
      <ImportFields form={form} />
    </FormBody>
  )
}

const greatestFile = 2 * 1024 * 1024

function ImportFields({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation()
  return (
    <>
      <FileInput
        label={t('phonebook.import.file')}
        description={t('phonebook.import.fileHint')}
        placeholder={t('phonebook.import.choose')}
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        required
        clearable
        clearButtonProps={{ 'aria-label': t('action.clear') }}
        data-autofocus
        {...form.getInputProps('file')}
      />
      <Radio.Group label={t('phonebook.import.mode')} {...form.getInputProps('mode')}>
        <Stack gap="xs" mt="xs">
          <Radio value="merge" label={t('phonebook.import.merge')} description={t('phonebook.import.mergeHint')} />
          <Radio
            value="replace"
            label={t('phonebook.import.replace')}
            description={t('phonebook.import.replaceHint')}
          />
        </Stack>
      </Radio.Group>
    </>
  )
}
