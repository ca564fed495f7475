import { Button, Group, Modal, Stack } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface FormDialogProps {
  opened: boolean
  onClose: () => void
  title: string
  children: ReactNode
  submitLabel: string
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
  busy: boolean
}

/** A form in a dialog: Enter submits, Escape closes. */
export function FormDialog({ opened, onClose, title, children, submitLabel, onSubmit, busy }: FormDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          {children}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
