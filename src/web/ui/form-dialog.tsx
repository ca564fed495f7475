import { Button, Group, Modal, Stack } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface FormBodyProps {
  onClose: () => void
  children: ReactNode
  submitLabel: string
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
  busy: boolean
}

interface FormDialogProps extends FormBodyProps {
  opened: boolean
  title: string
}

/** A form in a dialog: Enter submits, Escape closes. */
export function FormDialog({ opened, title, ...body }: FormDialogProps) {
  return (
    <Modal opened={opened} onClose={body.onClose} title={title}>
      <FormBody {...body} />
    </Modal>
  )
}

/** The inside of such a dialog, for a form that begins anew each time it opens. */
export function FormBody({ onClose, children, submitLabel, onSubmit, busy }: FormBodyProps) {
  const { t } = useTranslation()
  return (
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
  )
}
