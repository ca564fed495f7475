import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface LevelPickerProps {
  label: string
  hint: string
  /** Of the extension. */
  number: string
  lines: { id: string; number: string }[]
  /** A line; empty: the account. */
  value: string
  onChange: (lineId: string) => void
}

/** Chooses between the account of an extension and each of its lines. */
export function LevelPicker({ label, hint, number, lines, value, onChange }: LevelPickerProps) {
  const { t } = useTranslation()
  return (
    <NativeSelect
      label={label}
      description={hint}
      data={[
        { value: '', label: t('rights.ofAccount', { number }) },
        ...lines.map((line) => ({ value: line.id, label: t('rights.ofLine', { number: line.number }) })),
      ]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      maw={400}
    />
  )
}
