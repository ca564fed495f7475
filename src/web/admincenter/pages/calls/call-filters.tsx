import { Button, Group, NativeSelect, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { callKinds } from '#domain/call.ts'
import { SearchIcon, UndoIcon } from '#web/ui/icons.tsx'
import { vpbxsQuery } from '../../queries.ts'
import { callPeriods } from './call-period.ts'
import { callOutcomes, type useCallFilter } from './use-call-filter.ts'

/** Two beside each other on a telephone's screen. */
const growing = { style: { flex: '1 1 9rem', maxWidth: '16rem' } }

type Filter = ReturnType<typeof useCallFilter>

/** Which calls are listed. */
export function CallFilters({ filter, everyVpbx }: { filter: Filter; everyVpbx: boolean }) {
  const { t } = useTranslation()
  const { choice, choose } = filter
  return (
    <Group align="flex-end" gap="sm" role="search" aria-label={t('calls.filter')}>
      <PeriodFields filter={filter} />
      <NativeSelect
        {...growing}
        label={t('calls.kindOf')}
        data={[
          { value: '', label: t('calls.allKinds') },
          ...callKinds.map((value) => ({ value, label: t(`calls.kind.${value}`) })),
        ]}
        value={choice.kind}
        onChange={(event) => choose({ kind: event.currentTarget.value })}
      />
      <NativeSelect
        {...growing}
        label={t('calls.outcome')}
        data={[
          { value: '', label: t('calls.only.all') },
          ...callOutcomes.map((value) => ({ value, label: t(`calls.only.${value}`) })),
        ]}
        value={choice.only}
        onChange={(event) => choose({ only: event.currentTarget.value })}
      />
      {everyVpbx && <VpbxField value={choice.vpbx} onChange={(vpbx) => choose({ vpbx })} />}
      <TextInput
        type="search"
        label={t('calls.number')}
        leftSection={<SearchIcon />}
        value={choice.q}
        onChange={(event) => choose({ q: event.currentTarget.value })}
        w={{ base: '100%', xs: 190 }}
      />
      {filter.narrowed && (
        <Button variant="subtle" leftSection={<UndoIcon />} onClick={filter.reset}>
          {t('action.reset')}
        </Button>
      )}
    </Group>
  )
}

function PeriodFields({ filter: { choice, choose } }: { filter: Filter }) {
  const { t } = useTranslation()
  return (
    <>
      <NativeSelect
        {...growing}
        label={t('calls.period')}
        data={callPeriods.map((value) => ({ value, label: t(`calls.periods.${value}`) }))}
        value={choice.period}
        onChange={(event) => {
          const period = callPeriods.find((one) => one === event.currentTarget.value)
          if (period) choose({ period, from: '', to: '' })
        }}
      />
      {choice.period === 'days' && (
        <>
          <TextInput
            type="date"
            label={t('calls.from')}
            value={choice.from}
            {...(choice.to && { max: choice.to })}
            onChange={(event) => choose({ from: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('calls.to')}
            value={choice.to}
            {...(choice.from && { min: choice.from })}
            onChange={(event) => choose({ to: event.currentTarget.value })}
          />
        </>
      )}
    </>
  )
}

function VpbxField({ value, onChange }: { value: string; onChange: (vpbxId: string) => void }) {
  const { t } = useTranslation()
  const vpbxs = useQuery(vpbxsQuery)
  return (
    <Select
      {...growing}
      label={t('nav.vpbx')}
      placeholder={t('calls.allVpbxs')}
      data={(vpbxs.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      searchable
      clearable
      limit={100}
      clearButtonProps={{ 'aria-label': t('action.clear') }}
      nothingFoundMessage={t('list.nothingFound')}
      value={value || null}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  )
}
