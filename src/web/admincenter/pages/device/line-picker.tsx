import { Group, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface LinePickerProps {
  lines: { id: string; label: string }[]
  value: string
  onChange: (lineId: string) => void
}

/** Chooses one of several lines. */
export function LinePicker({ lines, value, onChange }: LinePickerProps) {
  const { t } = useTranslation()
  return (
    <Group mb="md">
      <NativeSelect
        label={t('line.one')}
        data={lines.map(({ id, label }) => ({ value: id, label }))}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        miw={240}
      />
    </Group>
  )
}
