import { Button, Group, Paper, Stack, Switch, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { answerOf, api } from '../../api.ts'
import { vpbxQuery } from '../../queries.ts'
import { QueryView } from '../../query-view.tsx'
import { useRole } from '../../session.tsx'
import type { Vpbx } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import { useParam } from '../../use-param.ts'
import { VpbxFields, type VpbxValues } from './vpbx-fields.tsx'

export function VpbxSettings() {
  const vpbxId = useParam('vpbxId')
  const role = useRole()
  return (
    <QueryView query={useQuery(vpbxQuery(vpbxId))}>
      {(vpbx) => (
        <Stack maw={560} key={vpbx.id}>
          <SettingsForm vpbx={vpbx} />
          {role === 'provider' && <DeleteVpbx vpbx={vpbx} />}
        </Stack>
      )}
    </QueryView>
  )
}

interface VpbxChange extends VpbxValues {
  webPhone: boolean
}

function SettingsForm({ vpbx }: { vpbx: Vpbx }) {
  const { t } = useTranslation()
  const { name, language, country, timeZone, webPhone } = vpbx
  const form = useForm<VpbxChange>({ initialValues: { name, language, country, timeZone, webPhone } })
  const change = useAction({
    run: (body: VpbxChange) =>
      answerOf(api.PATCH('/api/vpbxs/{vpbxId}', { params: { path: { vpbxId: vpbx.id } }, body })),
    form,
    done: t('action.saved'),
    onDone: (_, values) => form.resetDirty(values),
  })
  return (
    <Paper withBorder p="lg">
      <form noValidate onSubmit={form.onSubmit((values) => change.mutate(values))}>
        <Stack>
          <VpbxFields form={form} />
          <Switch
            label={t('webPhone.setting')}
            description={t('webPhone.settingHint')}
            {...form.getInputProps('webPhone', { type: 'checkbox' })}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={change.isPending}>
              {t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  )
}

function DeleteVpbx({ vpbx }: { vpbx: Vpbx }) {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure(false)
  const full = vpbx.extensionCount > 0
  return (
    <Paper withBorder p="lg">
      <Stack gap="sm" align="flex-start">
        <Title order={2} size="h4">
          {t('vpbx.delete')}
        </Title>
        <Text c="dimmed">{full ? t('vpbx.deleteFull') : t('vpbx.deleteHint')}</Text>
        <Button color="red" variant="outline" disabled={full} onClick={open}>
          {t('vpbx.deleteButton')}
        </Button>
      </Stack>
      <DeleteVpbxDialog key={String(opened)} vpbx={vpbx} opened={opened} onClose={close} />
    </Paper>
  )
}

function DeleteVpbxDialog({ vpbx, opened, onClose }: { vpbx: Vpbx; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const remove = useAction({
    run: () => answerOf(api.DELETE('/api/vpbxs/{vpbxId}', { params: { path: { vpbxId: vpbx.id } } })),
    done: t('vpbx.deleted'),
    onDone: () => void navigate('/vpbxs'),
  })
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t('vpbx.delete')}
      confirmLabel={t('action.delete')}
      dangerous
      disabled={typed.trim() !== vpbx.name}
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
    >
      <Text>{t('vpbx.deleteHint')}</Text>
      <TextInput
        label={t('vpbx.typeName', { name: vpbx.name })}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
