import { Badge, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ArrowIcon } from '#web/ui/icons.tsx'
import type { Call } from '../../types.ts'

const kindColors: Record<Call['kind'], string> = {
  internal: 'gray',
  outgoing: 'blue',
  incoming: 'petrol',
  emergency: 'red',
  forwarded: 'grape',
}

export function CallKindBadge({ kind }: { kind: Call['kind'] }) {
  const { t } = useTranslation()
  return (
    <Badge variant="light" size="sm" color={kindColors[kind]}>
      {t(`calls.kind.${kind}`)}
    </Badge>
  )
}

/** Who calls whom; what was dialled where it is not what answered. */
export function CallParties({ call }: { call: Call }) {
  const { t } = useTranslation()
  const { caller, callee, dialled, payer } = call
  return (
    <div>
      <Group gap={6} wrap="wrap">
        <Party {...caller} />
        <Text span c="dimmed" lh={0}>
          <ArrowIcon width={16} height={16} role="img" aria-hidden={false} aria-label={t('calls.calls')} />
        </Text>
        <Party number={callee.number || dialled} name={callee.name} />
      </Group>
      {isOther(call) && (
        <Text size="xs" c="dimmed">
          {t('calls.dialled', { number: dialled })}
        </Text>
      )}
      {payer && (
        <Text size="xs" c="dimmed">
          {t('calls.paidBy', { number: payer.number })}
        </Text>
      )}
    </div>
  )
}

/** Whether something else answered than the number that was dialled, with or without its codes. */
function isOther({ callee, dialled }: Call): boolean {
  return callee.number !== '' && !callee.number.endsWith(dialled.replace(/^\+?0*/, ''))
}

function Party({ number, name }: Pick<Call['caller'], 'number' | 'name'>) {
  const { t } = useTranslation()
  return (
    <Text span size="sm">
      <Text span size="sm" fw={600} style={{ whiteSpace: 'nowrap' }}>
        {number || t('calls.withheld')}
      </Text>
      {name && name !== number && (
        <Text span size="sm" style={{ overflowWrap: 'anywhere' }}>
          {` ${name}`}
        </Text>
      )}
    </Text>
  )
}

/** Names for sentences: the caller and the called, as short as they can be. */
export function partyNames({ caller, callee, dialled }: Call): { from: string; to: string } {
  return { from: caller.number || caller.name, to: callee.number || dialled }
}
