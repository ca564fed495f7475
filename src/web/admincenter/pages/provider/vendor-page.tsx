import { Paper, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '#web/ui/page-header.tsx'
import { modelsQuery } from '../../queries.ts'
import { useParam } from '../../use-param.ts'
import { vendorLayer } from '../settings/layers.ts'
import { SettingsForm } from '../settings/settings-form.tsx'

/** What is set for all devices of a maker. */
export function VendorPage() {
  const { t } = useTranslation()
  const vendorId = useParam('vendorId')
  const models = useQuery(modelsQuery)
  const name = models.data?.find(({ vendor }) => vendor === vendorId)?.vendorName ?? vendorId
  return (
    <Stack key={vendorId}>
      <PageHeader
        title={t('settings.ofVendor', { vendor: name })}
        crumbs={[{ label: t('nav.catalog'), to: '/catalog/models' }, { label: name }]}
      />
      <Paper withBorder p="lg">
        <SettingsForm source={vendorLayer(vendorId)} />
      </Paper>
    </Stack>
  )
}
