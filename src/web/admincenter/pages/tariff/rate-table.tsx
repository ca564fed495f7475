import { Stack, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateTime } from '#web/ui/date-time.tsx'
import { ShowMore } from '#web/ui/list-filter.tsx'
import { ScrollTable } from '#web/ui/scroll-table.tsx'
import { useFormats } from '#web/ui/use-formats.ts'
import type { Rate } from '../../types.ts'

interface RateTableProps {
  rates: Rate[]
  total: number
  currency: string
  showMore: () => void
}

export function RateTable({ rates, total, currency, showMore }: RateTableProps) {
  const { t } = useTranslation()
  return (
    <Stack gap="sm">
      <ScrollTable
        label={t('tariff.rates')}
        minWidth={620}
        head={[
          t('rate.prefix'),
          t('rate.destination'),
          t('rate.perMinute'),
          t('rate.fee'),
          t('rate.steps'),
          t('rate.valid'),
        ]}
      >
        {rates.map((rate) => (
          <RateRow key={rate.id} rate={rate} currency={currency} />
        ))}
      </ScrollTable>
      <ShowMore hidden={total - rates.length} onClick={showMore} />
      <Text size="sm" c="dimmed" role="status">
        {t('tariff.rateCount', { count: total })}
      </Text>
    </Stack>
  )
}

function RateRow({ rate, currency }: { rate: Rate; currency: string }) {
  const { t } = useTranslation()
  const { price } = useFormats()
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{`+${rate.prefix}`}</Table.Td>
      <Table.Td>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {rate.destination}
        </Text>
        <Text size="xs" c="dimmed">
          {t(`tariffClass.${rate.class}`)}
        </Text>
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{price(rate.pricePerMinute, currency)}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        {rate.connectionFee > 0 ? price(rate.connectionFee, currency) : '–'}
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{`${rate.firstIncrement} / ${rate.nextIncrement} s`}</Table.Td>
      <Table.Td>
        <Validity rate={rate} />
      </Table.Td>
    </Table.Tr>
  )
}

function Validity({ rate: { validFrom, validUntil } }: { rate: Rate }) {
  const { t } = useTranslation()
  return (
    <Text size="xs" component="div">
      {validFrom > 0 ? (
        <>
          {t('rate.from')} <DateTime at={validFrom} />
        </>
      ) : (
        validUntil === null && t('rate.always')
      )}
      {validUntil !== null && (
        <>
          {validFrom > 0 && <br />}
          {t('rate.until')} <DateTime at={validUntil} />
        </>
      )}
    </Text>
  )
}
