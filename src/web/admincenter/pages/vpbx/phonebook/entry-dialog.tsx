import { Modal, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { FormBody } from '#web/ui/form-dialog.tsx'
import { answerOf, api } from '../../../api.ts'
import type { PhonebookEntry } from '../../../types.ts'
import { useAction } from '../../../use-action.ts'

interface EntryFormProps {
  vpbxId: string
  /** Null: a new one. */
  entry: PhonebookEntry | null
  onClose: () => void
}

/** Creates or changes an entry. */
export function EntryDialog({ opened, ...form }: EntryFormProps & { opened: boolean }) {
  const { t } = useTranslation()
  const { entry, onClose } = form
  const title = entry ? t('phonebook.editTitle', { name: entry.name }) : t('phonebook.createTitle')
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <EntryForm {...form} />
    </Modal>
  )
}

function valuesOf(entry: PhonebookEntry | null) {
  return {
    name: entry?.name ?? '',
    number: entry?.shown.number ?? '',
    mobile: entry?.shown.mobile ?? '',
    other: entry?.shown.other ?? '',
    shortNumber: entry?.shortNumber ?? '',
  }
}

type Values = ReturnType<typeof valuesOf>

function EntryForm({ vpbxId, entry, onClose }: EntryFormProps) {
  const { t } = useTranslation()
  const form = useForm<Values>({ initialValues: valuesOf(entry) })
  const save = useAction({
    run: (body: Values) =>
      entry
        ? answerOf(api.PATCH('/api/phonebook-entries/{entryId}', { params: { path: { entryId: entry.id } }, body }))
        : answerOf(api.POST('/api/vpbxs/{vpbxId}/phonebook', { params: { path: { vpbxId } }, body })),
    form,
    done: entry ? t('action.saved') : t('phonebook.created'),
    onDone: onClose,
  })
  const phone = { type: 'tel', autoComplete: 'off' } as const
  return (
    <FormBody
      onClose={onClose}
      submitLabel={entry ? t('action.save') : t('action.create')}
      busy={save.isPending}
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <TextInput
        label={t('phonebook.field.name')}
        required
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('name')}
      />
      <TextInput
        label={t('phonebook.field.number')}
        description={t('phonebook.numberHint')}
        required
        {...phone}
        {...form.getInputProps('number')}
      />
      <TextInput label={t('phonebook.field.mobile')} {...phone} {...form.getInputProps('mobile')} />
      <TextInput label={t('phonebook.field.other')} {...phone} {...form.getInputProps('other')} />
      <TextInput
        label={t('phonebook.field.shortNumber')}
        description={t('phonebook.shortNumberHint')}
        autoComplete="off"
        inputMode="numeric"
        w={{ base: '100%', xs: 220 }}
        {...form.getInputProps('shortNumber')}
      />
    </FormBody>
  )
}
