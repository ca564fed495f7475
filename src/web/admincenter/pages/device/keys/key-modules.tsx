import { Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PlusIcon } from '#web/ui/icons.tsx'
import { Notice } from '#web/ui/notice.tsx'
import type { KeyEditor } from './use-key-editor.ts'

/** Which modules are plugged in, in their order; each has a tab of its own. Nothing for a phone that takes none. */
export function KeyModules({ editor }: { editor: KeyEditor }) {
  const { t } = useTranslation()
  const heading = useId()
  const { base, modules, refusals } = editor
  if (base.moduleMax === 0 && modules.length === 0) return null
  const problem = refusals.get('modules')
  const plugged = modules.map((id, index) => ({ id, position: index + 1 }))
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={heading}>
      <Stack gap="sm">
        <Title order={3} size="h5" id={heading}>
          {t('keyModules.title')}
        </Title>
        {problem && <Notice kind="danger">{problem}</Notice>}
        {modules.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('keyModules.none')}
          </Text>
        )}
        {plugged.map((module) => (
          <ModuleRow key={module.position} editor={editor} {...module} />
        ))}
        {modules.length < base.moduleMax ? (
          <AddModule editor={editor} />
        ) : (
          <Text size="sm" c="dimmed">
            {t('keyModules.full', { count: base.moduleMax })}
          </Text>
        )}
      </Stack>
    </Paper>
  )
}

interface ModuleRowProps {
  editor: KeyEditor
  id: string
  position: number
}

function ModuleRow({ editor, id, position }: ModuleRowProps) {
  const { t } = useTranslation()
  const { base, refusals } = editor
  const name = [...base.moduleTypes, ...base.modules].find((one) => one.id === id)?.name ?? id
  const problem = refusals.get(`modules.${position - 1}`)
  return (
    <div>
      <Group justify="space-between">
        <Text>{t('device.tab.module', { position, name })}</Text>
        <Button
          variant="default"
          size="xs"
          aria-label={t('keyModules.remove', { position })}
          onClick={() => editor.removeModule(position)}
        >
          {t('action.remove')}
        </Button>
      </Group>
      {problem && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {problem}
        </Text>
      )}
    </div>
  )
}

function AddModule({ editor }: { editor: KeyEditor }) {
  const { t } = useTranslation()
  const { moduleTypes } = editor.base
  const [chosen, setChosen] = useState(moduleTypes[0]?.id ?? '')
  return (
    <Group align="flex-end" gap="xs">
      {moduleTypes.length > 1 && (
        <NativeSelect
          label={t('keyModules.model')}
          data={moduleTypes.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      <Button variant="default" leftSection={<PlusIcon />} onClick={() => editor.addModule(chosen)}>
        {moduleTypes.length > 1 ? t('keyModules.add') : `${t('keyModules.add')} ${moduleTypes[0]?.name ?? ''}`}
      </Button>
    </Group>
  )
}
