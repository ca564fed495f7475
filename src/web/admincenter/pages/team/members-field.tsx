import { ActionIcon, Group, Input, Paper, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CrossIcon, DownIcon, UpIcon } from '#web/ui/icons.tsx'
import { moved } from '#web/ui/moved.ts'
import { extensionNamesQuery } from '../../call-queries.ts'

interface MembersFieldProps {
  vpbxId: string
  /** Extensions in the order in which they ring. */
  value: string[]
  onChange: (extensionIds: string[]) => void
  error?: React.ReactNode
}

/** The members of a team, picked from the names and moved up and down. */
export function MembersField({ vpbxId, value, onChange, error }: MembersFieldProps) {
  const { t } = useTranslation()
  const names = useQuery(extensionNamesQuery(vpbxId))
  const [moment, setMoment] = useState('')
  const labels = new Map((names.data ?? []).map(({ id, number, displayName }) => [id, `${number} · ${displayName}`]))
  const labelOf = (id: string): string => labels.get(id) ?? '…'
  const move = (index: number, by: -1 | 1): void => {
    onChange(moved(value, index, by))
    setMoment(t('team.movedTo', { name: labelOf(value[index] ?? ''), position: index + by + 1 }))
  }
  const others = [...labels].filter(([id]) => !value.includes(id)).map(([id, label]) => ({ value: id, label }))
  return (
    <Input.Wrapper
      component="fieldset"
      style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}
      {...(error && { error })}
    >
      <Text component="legend" size="sm" fw={500} p={0}>
        {t('team.members')}
      </Text>
      <Stack gap="xs" mt={4}>
        {value.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('team.noMemberHint')}
          </Text>
        )}
        <Stack component="ol" gap={6} m={0} p={0} style={{ listStyle: 'none' }}>
          {value.map((id, index) => (
            <Paper key={id} component="li" withBorder px="sm" py={4}>
              <Group gap="xs" wrap="nowrap" justify="space-between">
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {`${index + 1}. ${labelOf(id)}`}
                </Text>
                <MemberButtons
                  name={labelOf(id)}
                  first={index === 0}
                  last={index === value.length - 1}
                  onMove={(by) => move(index, by)}
                  onRemove={() => onChange(value.filter((other) => other !== id))}
                />
              </Group>
            </Paper>
          ))}
        </Stack>
        <Select
          // Empty again after each choice.
          key={value.length}
          aria-label={t('team.addMember')}
          placeholder={t('team.addMember')}
          data={others}
          searchable
          limit={100}
          nothingFoundMessage={t('list.nothingFound')}
          value={null}
          onChange={(id) => id && onChange([...value, id])}
        />
        <Text size="sm" className="mantine-visually-hidden" role="status" style={hidden}>
          {moment}
        </Text>
      </Stack>
    </Input.Wrapper>
  )
}

const hidden = { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' } as const

interface MemberButtonsProps {
  name: string
  first: boolean
  last: boolean
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

function MemberButtons({ name, first, last, onMove, onRemove }: MemberButtonsProps) {
  const { t } = useTranslation()
  return (
    <Group gap={2} wrap="nowrap">
      <ActionIcon aria-label={t('order.up', { name })} disabled={first} onClick={() => onMove(-1)}>
        <UpIcon />
      </ActionIcon>
      <ActionIcon aria-label={t('order.down', { name })} disabled={last} onClick={() => onMove(1)}>
        <DownIcon />
      </ActionIcon>
      <ActionIcon color="red" aria-label={t('order.remove', { name })} onClick={onRemove}>
        <CrossIcon />
      </ActionIcon>
    </Group>
  )
}
