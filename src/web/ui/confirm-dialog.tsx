import { Button, Group, Modal, Stack } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface ConfirmDialogProps {
  opened: boolean
  onClose: () => void
  title: string
  /** What will happen. */
  children: ReactNode
  confirmLabel: string
  onConfirm: () => void
  busy?: boolean
  /** Red, for what cannot be undone. */
  dangerous?: boolean
  disabled?: boolean
}

/** Asks before something happens. Enter confirms, Escape closes, the focus goes back to where it was. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useTranslation()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    // A dialog may stand inside the form of another one.
    event.stopPropagation()
    if (!props.disabled) props.onConfirm()
  }
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title}>
      <form onSubmit={submit}>
        <Stack>
          {props.children}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {t('action.cancel')}
            </Button>
            <Button
              type="submit"
              data-autofocus
              color={props.dangerous ? 'red' : 'petrol'}
              loading={props.busy ?? false}
              disabled={props.disabled ?? false}
            >
              {props.confirmLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
