import { Modal, MultiSelect, Select, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { defaultLanguage, type Language } from '#domain/language.ts'
import { FormBody } from '#web/ui/form-dialog.tsx'
import { answerOf, api } from '../../api.ts'
import { isLanguage, languageOptions } from '../../i18n.ts'
import { extensionsQuery, vpbxQuery } from '../../queries.ts'
import type { User } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import type { ShownPassword } from './one-time-password-dialog.tsx'

interface UserValues {
  login: string
  displayName: string
  email: string
  role: 'administrator' | 'user'
  language: Language
  extensionIds: string[]
}

interface UserFormProps {
  vpbxId: string
  /** Null: a new one. */
  user: User | null
  onClose: () => void
  onPassword: (shown: ShownPassword) => void
}

function valuesOf(user: User | null, language: Language): UserValues {
  if (!user) return { login: '', displayName: '', email: '', role: 'user', language, extensionIds: [] }
  const { login, displayName, email, role, extensionIds } = user
  return {
    login,
    displayName,
    email,
    role: role === 'administrator' ? role : 'user',
    language: user.language,
    extensionIds,
  }
}

interface UserDialogProps extends UserFormProps {
  opened: boolean
}

/** Creates or changes a user. */
export function UserDialog({ opened, ...form }: UserDialogProps) {
  const { t } = useTranslation()
  const { user, onClose } = form
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={user ? t('user.editTitle', { login: user.login }) : t('user.create')}
    >
      <UserForm {...form} />
    </Modal>
  )
}

function UserForm({ vpbxId, user, onClose, onPassword }: UserFormProps) {
  const { t } = useTranslation()
  const language = useQuery(vpbxQuery(vpbxId)).data?.language ?? defaultLanguage
  const form = useForm<UserValues>({ initialValues: valuesOf(user, language) })
  const save = useAction({
    run: (values: UserValues) => saveUser(vpbxId, user, values),
    form,
    done: user ? t('action.saved') : t('user.created'),
    onDone: (password) => {
      onClose()
      if (password) onPassword(password)
    },
  })
  return (
    <FormBody
      onClose={onClose}
      submitLabel={user ? t('action.save') : t('action.create')}
      busy={save.isPending}
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <UserFields form={form} vpbxId={vpbxId} isNew={!user} />
    </FormBody>
  )
}

/** A new user's one-time password comes back with him. */
async function saveUser(vpbxId: string, user: User | null, values: UserValues): Promise<ShownPassword | null> {
  const { login: _, ...change } = values
  if (user) {
    await answerOf(api.PATCH('/api/users/{userId}', { params: { path: { userId: user.id } }, body: change }))
    return null
  }
  const created = await answerOf(api.POST('/api/vpbxs/{vpbxId}/users', { params: { path: { vpbxId } }, body: values }))
  return { login: created.user.login, password: created.password }
}

interface UserFieldsProps {
  form: UseFormReturnType<UserValues>
  vpbxId: string
  isNew: boolean
}

function UserFields({ form, vpbxId, isNew }: UserFieldsProps) {
  const { t } = useTranslation()
  const extensions = useQuery(extensionsQuery(vpbxId)).data ?? []
  return (
    <>
      {isNew && (
        <TextInput
          label={t('user.login')}
          description={t('user.loginHint')}
          required
          autoComplete="off"
          autoCapitalize="none"
          data-autofocus
          {...form.getInputProps('login')}
        />
      )}
      <TextInput label={t('user.displayName')} required autoComplete="off" {...form.getInputProps('displayName')} />
      <TextInput label={t('user.email')} type="email" autoComplete="off" {...form.getInputProps('email')} />
      <Select
        label={t('user.role')}
        description={t('user.roleHint')}
        allowDeselect={false}
        data={[
          { value: 'user', label: t('role.user') },
          { value: 'administrator', label: t('role.administrator') },
        ]}
        {...form.getInputProps('role')}
        onChange={(value) => form.setFieldValue('role', value === 'administrator' ? value : 'user')}
      />
      <Select
        label={t('account.language')}
        allowDeselect={false}
        data={languageOptions}
        {...form.getInputProps('language')}
        onChange={(value) => isLanguage(value) && form.setFieldValue('language', value)}
      />
      <MultiSelect
        label={t('user.extensions')}
        description={t('user.extensionsHint')}
        searchable
        nothingFoundMessage={t('list.nothingFound')}
        data={extensions.map(({ id, number, displayName }) => ({ value: id, label: `${number} · ${displayName}` }))}
        {...form.getInputProps('extensionIds')}
      />
    </>
  )
}
