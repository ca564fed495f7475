import { FileInput, Modal, Radio, Stack } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { base64Of } from '#web/ui/file-bytes.ts'
import { FormBody } from '#web/ui/form-dialog.tsx'
import { answerOf, api } from '../../api.ts'
import type { RateImportResult, Tariff } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import { RateImportPreview } from './rate-import-preview.tsx'

interface Values {
  file: File | null
  mode: 'merge' | 'replace'
}

interface RateImportProps {
  tariff: Tariff
  opened: boolean
  onClose: () => void
}

/** Takes rates in from a file: first the file, then what it will do, and only then it is done, all or nothing. */
export function RateImportDialog({ opened, ...dialog }: RateImportProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={opened}
      onClose={dialog.onClose}
      title={t('rateImport.title', { name: dialog.tariff.name })}
      size="lg"
    >
      <ImportSteps {...dialog} />
    </Modal>
  )
}

const greatestFile = 8 * 1024 * 1024

function ImportSteps({ tariff, onClose }: Omit<RateImportProps, 'opened'>) {
  const { t } = useTranslation()
  const form = useForm<Values>({ initialValues: { file: null, mode: 'merge' } })
  const [result, setResult] = useState<RateImportResult | null>(null)
  const send = useAction({
    run: async (dryRun: boolean) => {
      const { file, mode } = form.getValues()
      const body = { file: file ? await base64Of(file) : '', mode, dryRun }
      return answerOf(api.POST('/api/tariffs/{tariffId}/rates', { params: { path: { tariffId: tariff.id } }, body }))
    },
    form,
    onDone: (answer) => {
      if (!answer.saved) return setResult(answer)
      notifications.show({ color: 'green', message: t('rateImport.done') })
      onClose()
    },
  })
  if (result) {
    return (
      <RateImportPreview
        result={result}
        busy={send.isPending}
        onBack={() => setResult(null)}
        onConfirm={() => send.mutate(false)}
      />
    )
  }
  const look = ({ file }: Values): void => {
    if (!file) form.setErrors({ file: t('error.field.required') })
    else if (file.size > greatestFile) form.setErrors({ file: t('rateImport.tooLarge') })
    else send.mutate(true)
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

function ImportFields({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation()
  return (
    <>
      <FileInput
        label={t('phonebook.import.file')}
        description={t('rateImport.fileHint')}
        placeholder={t('phonebook.import.choose')}
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        required
        clearable
        clearButtonProps={{ 'aria-label': t('action.clear') }}
        data-autofocus
        {...form.getInputProps('file')}
      />
      <Radio.Group label={t('rateImport.mode')} {...form.getInputProps('mode')}>
        <Stack gap="xs" mt="xs">
          <Radio value="merge" label={t('phonebook.import.merge')} description={t('rateImport.mergeHint')} />
          <Radio value="replace" label={t('phonebook.import.replace')} description={t('rateImport.replaceHint')} />
        </Stack>
      </Radio.Group>
    </>
  )
}
