import { Button, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { FormDialog } from '#web/ui/form-dialog.tsx'
import { answerOf, api } from '../../api.ts'
import type { Tariff } from '../../types.ts'
import { useAction } from '../../use-action.ts'

interface DialogProps {
  tariff: Tariff
  opened: boolean
  onClose: () => void
}

function change(tariffId: string, body: { name?: string; isDefault?: boolean }): Promise<Tariff> {
  return answerOf(api.PATCH('/api/tariffs/{tariffId}', { params: { path: { tariffId } }, body }))
}

/** What can be done with a tariff as a whole. */
export function TariffActions({ tariff }: { tariff: Tariff }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<'rename' | 'default' | 'delete' | null>(null)
  const dialog = (what: typeof opened) => ({ tariff, opened: opened === what, onClose: () => setOpened(null) })
  return (
    <>
      {!tariff.isDefault && (
        <Button variant="default" size="xs" onClick={() => setOpened('default')}>
          {t('tariff.makeDefault')}
        </Button>
      )}
      <Button variant="default" size="xs" onClick={() => setOpened('rename')}>
        {t('extension.rename')}
      </Button>
      <Button variant="default" size="xs" onClick={() => setOpened('delete')}>
        {t('device.delete')}
      </Button>
      <DefaultDialog {...dialog('default')} />
      <RenameDialog key={tariff.name} {...dialog('rename')} />
      <DeleteDialog {...dialog('delete')} />
    </>
  )
}

function DefaultDialog({ tariff, opened, onClose }: DialogProps) {
  const { t } = useTranslation()
  const save = useAction({
    run: () => change(tariff.id, { isDefault: true }),
    done: t('tariff.madeDefault', { name: tariff.name }),
    onDone: onClose,
  })
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t('tariff.defaultTitle', { name: tariff.name })}
      confirmLabel={t('tariff.defaultConfirm')}
      busy={save.isPending}
      onConfirm={() => save.mutate()}
    >
      <Text>{t('tariff.defaultHint')}</Text>
    </ConfirmDialog>
  )
}

function RenameDialog({ tariff, opened, onClose }: DialogProps) {
  const { t } = useTranslation()
  const form = useForm({ initialValues: { name: tariff.name } })
  const save = useAction({
    run: ({ name }: { name: string }) => change(tariff.id, { name }),
    form,
    done: t('action.saved'),
    onDone: onClose,
  })
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t('tariff.renameTitle', { name: tariff.name })}
      submitLabel={t('action.save')}
      busy={save.isPending}
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <TextInput label={t('tariff.name')} required autoComplete="off" data-autofocus {...form.getInputProps('name')} />
    </FormDialog>
  )
}

function DeleteDialog({ tariff, opened, onClose }: DialogProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const remove = useAction({
    run: () => answerOf(api.DELETE('/api/tariffs/{tariffId}', { params: { path: { tariffId: tariff.id } } })),
    done: t('tariff.deleted', { name: tariff.name }),
    onDone: () => void navigate('/tariffs'),
  })
  const used = tariff.vpbxCount > 0
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t('tariff.deleteTitle', { name: tariff.name })}
      confirmLabel={t('action.delete')}
      dangerous
      disabled={used}
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
    >
      <Text>{used ? t('tariff.deleteUsed') : t('tariff.deleteHint')}</Text>
    </ConfirmDialog>
  )
}
