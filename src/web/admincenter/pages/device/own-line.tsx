import { Card, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { LineContext } from '../../types.ts'
import { LinePicker } from './line-picker.tsx'
import { useOwnLines } from './own-settings-page.tsx'

function labelOf({ number, extension }: LineContext): string {
  return `${number} · ${extension.displayName}`
}

/** The one own line there is, or the one that is chosen; before that, the choice. */
export function OwnLine({ children }: { children: (line: LineContext) => ReactNode }) {
  const lines = useOwnLines()
  const [search, setSearch] = useSearchParams()
  const line = lines.length === 1 ? lines[0] : lines.find(({ id }) => id === search.get('line'))
  if (!line) return <ChooseLine lines={lines} />
  return (
    <>
      {lines.length > 1 && (
        <LinePicker
          lines={lines.map((one) => ({ id: one.id, label: labelOf(one) }))}
          value={line.id}
          onChange={(id) => setSearch({ line: id })}
        />
      )}
      {children(line)}
    </>
  )
}

function ChooseLine({ lines }: { lines: LineContext[] }) {
  const { t } = useTranslation()
  return (
    <Stack maw={560}>
      <Text c="dimmed">{t('line.choose')}</Text>
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {lines.map((line) => (
          <li key={line.id}>
            <Card component={Link} to={`?line=${line.id}`} withBorder padding="md">
              <Text fw={600}>{line.number}</Text>
              <Text size="sm" c="dimmed">
                {t('extension.name', { number: line.extension.number })} · {line.extension.displayName}
              </Text>
            </Card>
          </li>
        ))}
      </Stack>
    </Stack>
  )
}
