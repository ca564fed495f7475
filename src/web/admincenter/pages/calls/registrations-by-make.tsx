import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ScrollTable } from '#web/ui/scroll-table.tsx'
import { Section } from '#web/ui/section.tsx'
import { useFormats } from '#web/ui/use-formats.ts'
import { registrationsByMakeQuery } from '../../call-queries.ts'
import { QueryView } from '../../query-view.tsx'

/** How many devices of each make are there and registered. */
export function RegistrationsByMake() {
  const { t } = useTranslation()
  const { count } = useFormats()
  const query = useQuery(registrationsByMakeQuery)
  return (
    <Section title={t('calls.byMake')}>
      <QueryView query={query}>
        {(makes) =>
          makes.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('calls.noMake')}
            </Text>
          ) : (
            <ScrollTable
              label={t('calls.byMake')}
              minWidth={280}
              head={[t('calls.make'), t('vpbx.devices'), t('calls.registered')]}
            >
              {makes.map(({ make, devices, registered }) => (
                <Table.Tr key={make ?? ''}>
                  <Table.Td>{make ?? t('calls.otherMake')}</Table.Td>
                  <Table.Td>{count(devices)}</Table.Td>
                  <Table.Td>{count(registered)}</Table.Td>
                </Table.Tr>
              ))}
            </ScrollTable>
          )
        }
      </QueryView>
    </Section>
  )
}
