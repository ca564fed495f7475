import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { CheckIcon, CopyIcon } from './icons.tsx'

interface Copied {
  value: string
  /** What is copied, for the name of the button. */
  label: string
}

/** An icon that copies; says so for two seconds. */
export function CopyButton({ value, label }: Copied) {
  const { t } = useTranslation()
  const { copied, copy } = useClipboard({ timeout: 2000 })
  const words = copied ? t('copy.done') : t('copy.what', { what: label })
  return (
    <Tooltip label={words} withArrow>
      <ActionIcon color={copied ? 'green' : 'petrol'} aria-label={words} onClick={() => copy(value)}>
        {copied ? <CheckIcon /> : <CopyIcon />}
      </ActionIcon>
    </Tooltip>
  )
}

/** The same with words, where copying is the main thing to do. */
export function CopyTextButton({ value, label }: Copied) {
  const { copied, copy } = useClipboard({ timeout: 2000 })
  const { t } = useTranslation()
  return (
    <Button
      variant={copied ? 'light' : 'filled'}
      leftSection={copied ? <CheckIcon /> : <CopyIcon />}
      onClick={() => copy(value)}
    >
      {copied ? t('copy.done') : label}
    </Button>
  )
}
