import { ActionIcon, Badge, Group, Select, Switch, Text, Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CrossIcon, FillDownIcon } from '#web/ui/icons.tsx'
import type { LineSlots } from '../../../types.ts'
import type { SlotValue } from './slot-draft.ts'
import classes from './slots.module.css'

type Line = LineSlots['lines'][number]

interface SlotRowProps {
  slot: number
  /** "Port 5" */
  name: string
  value: SlotValue | undefined
  stored: LineSlots['slots'][number] | undefined
  /** To choose from, beside the one that is there. */
  lines: Line[]
  own: Line | undefined
  hasFax: boolean
  isChanged: boolean
  isLast: boolean
  refusal: string | undefined
  onLine: (lineId: string | null) => void
  onFax: (on: boolean) => void
  onFill: () => void
}

function labelOf({ number, displayName }: { number: string; displayName: string }): string {
  return `${number} · ${displayName}`
}

/** One slot: its line, how it carries a fax, whether the switch knows it. */
export function SlotRow(props: SlotRowProps) {
  const { slot, name, value, stored, hasFax, isChanged, refusal } = props
  const isForeign = stored?.editable === false && stored.lineId === value?.lineId
  return (
    <li className={classes.row} data-changed={isChanged}>
      <Text className={classes.name ?? ''} aria-hidden="true">
        {name}
      </Text>
      <div className={classes.line}>
        {slot === 1 || isForeign ? <FixedLine stored={stored} isForeign={isForeign} /> : <LineChoice {...props} />}
        {refusal && (slot === 1 || isForeign) && (
          <Text size="xs" c="red" role="alert">
            {refusal}
          </Text>
        )}
      </div>
      {hasFax && <FaxSwitch {...props} isForeign={isForeign} />}
      <SlotState stored={stored} isChanged={isChanged} />
      <SlotButtons {...props} isFixed={slot === 1 || isForeign} />
    </li>
  )
}

function FixedLine({ stored, isForeign }: { stored: SlotRowProps['stored']; isForeign: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <Text>{stored ? labelOf(stored) : '–'}</Text>
      <Text size="xs" c="dimmed">
        {t(isForeign ? 'lineSlots.foreign' : 'lineSlots.home')}
      </Text>
    </>
  )
}

function LineChoice({ name, value, own, lines, refusal, onLine }: SlotRowProps) {
  const { t } = useTranslation()
  const options = [...(own ? [own] : []), ...lines].map((line) => ({ value: line.id, label: labelOf(line) }))
  return (
    <Select
      aria-label={`${name} : ${t('lineSlots.line')}`}
      placeholder={t('lineSlots.none')}
      data={options}
      limit={200}
      // Many rows with many lines each: the choices are there while they are looked at.
      comboboxProps={{ keepMounted: false }}
      searchable
      nothingFoundMessage={t('lineSlots.noLine')}
      // What is typed takes the place of what is there.
      onFocus={(event) => event.currentTarget.select()}
      value={value?.lineId ?? null}
      onChange={(lineId) => lineId && onLine(lineId)}
      error={refusal}
      allowDeselect={false}
    />
  )
}

function FaxSwitch({ slot, value, isForeign, onFax }: SlotRowProps & { isForeign: boolean }) {
  const { t } = useTranslation()
  return (
    <Switch
      label={t('lineSlots.fax')}
      aria-label={t('lineSlots.faxOn', { slot })}
      checked={value?.fax ?? false}
      disabled={!value || isForeign}
      onChange={(event) => onFax(event.currentTarget.checked)}
    />
  )
}

function SlotState({ stored, isChanged }: Pick<SlotRowProps, 'stored' | 'isChanged'>) {
  const { t } = useTranslation()
  if (isChanged || !stored) return <span />
  const { registrationCount: count } = stored
  const color = count === null ? 'yellow' : count > 0 ? 'green' : 'gray'
  const word = count === null ? 'unknown' : count > 0 ? 'yes' : 'no'
  return (
    <Badge variant="light" color={color}>
      {t(`registration.${word}`)}
    </Badge>
  )
}

function SlotButtons({ slot, value, isFixed, isLast, onFill, onLine }: SlotRowProps & { isFixed: boolean }) {
  const { t } = useTranslation()
  return (
    <Group gap={4} wrap="nowrap" className={classes.buttons ?? ''}>
      <Tooltip label={t('lineSlots.fill')}>
        <ActionIcon
          variant="subtle"
          aria-label={t('lineSlots.fillName', { slot })}
          disabled={!value || isLast}
          onClick={onFill}
        >
          <FillDownIcon />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('lineSlots.clear')}>
        <ActionIcon
          variant="subtle"
          aria-label={t('lineSlots.clearName', { slot })}
          disabled={!value || isFixed}
          onClick={() => onLine(null)}
        >
          <CrossIcon />
        </ActionIcon>
      </Tooltip>
    </Group>
  )
}
