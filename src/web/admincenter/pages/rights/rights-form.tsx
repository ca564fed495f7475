import { Button, Group, NumberInput, type NumberInputProps, Stack, Textarea, type TextareaProps } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { UndoIcon } from '#web/ui/icons.tsx'

interface RightsFormProps {
  children: ReactNode
  dirty: boolean
  busy: boolean
  onReset: () => void
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
}

/** A form with [Rétablir] and [Enregistrer]. */
export function RightsForm({ children, dirty, busy, onReset, onSubmit }: RightsFormProps) {
  const { t } = useTranslation()
  return (
    <form noValidate onSubmit={onSubmit}>
      <Stack>
        {children}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" leftSection={<UndoIcon />} disabled={!dirty} onClick={onReset}>
            {t('action.reset')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('action.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Networks, one a line. */
export function NetworksField({ description, ...input }: TextareaProps & { description: string }) {
  const { t } = useTranslation()
  return (
    <Textarea
      label={t('rights.networks')}
      description={description}
      placeholder={t('rights.networksEmpty')}
      autosize
      minRows={2}
      maxRows={10}
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      {...input}
    />
  )
}

/** How many public calls at a time; empty: as many as there are. */
export function MaxCallsField(input: NumberInputProps) {
  const { t } = useTranslation()
  return (
    <NumberInput
      label={t('rights.maxCalls')}
      description={t('rights.maxCallsHint')}
      placeholder={t('rights.unlimited')}
      min={1}
      max={10_000}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      w={{ base: '100%', xs: 260 }}
      {...input}
    />
  )
}

export function networksOf(text: string): string[] {
  return text.split(/[\s,;]+/).filter(Boolean)
}

/** Null for the empty field. */
export function maxCallsOf(typed: number | string): number | null {
  return typed === '' ? null : Number(typed)
}
