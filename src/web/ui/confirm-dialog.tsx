import { Button, Group, Modal, Stack } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface ConfirmBodyProps {
  onClose: () => void
  /** What will happen. */
  children: ReactNode
  confirmLabel: string
  onConfirm: () => void
  busy?: boolean
  /** Red, for what cannot be undone. */
  dangerous?: boolean
  disabled?: boolean
}

interface ConfirmDialogProps extends ConfirmBodyProps {
  opened: boolean
  title: string
}

/** Asks before something happens. Enter confirms, Escape closes, the focus goes back to where it was. */
export function ConfirmDialog({ opened, title, ...body }: ConfirmDialogProps) {
  return (
    <Modal opened={opened} onClose={body.onClose} title={title}>
      <ConfirmBody {...body} />
    </Modal>
  )
}

/** The inside of such a dialog, for one whose content changes afterwards. */
export function ConfirmBody(props: ConfirmBodyProps) {
  const { t } = useTranslation()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    // A dialog may stand inside the form of another one.
    event.stopPropagation()
    if (!props.disabled) props.onConfirm()
  }
  return (
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
  )
}
