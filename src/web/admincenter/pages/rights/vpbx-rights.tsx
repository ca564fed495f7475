import { NativeSelect, Select, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { TariffClass } from '#domain/tariff-class.ts'
import { DataList } from '#web/ui/data-list.tsx'
import { Section } from '#web/ui/section.tsx'
import { answerOf, api } from '../../api.ts'
import { tariffsQuery, vpbxRightsQuery } from '../../call-queries.ts'
import { queryClient } from '../../query-client.ts'
import { QueryView } from '../../query-view.tsx'
import { useRole } from '../../session.tsx'
import type { VpbxRights as Rights } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import { useParam } from '../../use-param.ts'
import { BarredClasses } from './barred-classes.tsx'
import { BlockSwitch } from './block-switch.tsx'
import { MaxCallsField, maxCallsOf, NetworksField, networksOf, RightsForm } from './rights-form.tsx'

/** vPBX → Droits: who of it may call where. */
export function VpbxRights() {
  const vpbxId = useParam('vpbxId')
  return (
    <QueryView query={useQuery(vpbxRightsQuery(vpbxId))}>
      {(rights) => <RightsSections key={vpbxId} vpbxId={vpbxId} rights={rights} />}
    </QueryView>
  )
}

interface RightsProps {
  vpbxId: string
  rights: Rights
}

function RightsSections({ vpbxId, rights }: RightsProps) {
  const { t } = useTranslation()
  const provider = useRole() === 'provider'
  const { barred, networks, mainNumber, maxCalls, tariffId } = rights
  const stored = JSON.stringify([barred, networks, mainNumber, maxCalls, tariffId])
  return (
    <Stack>
      <Section title={t('rights.publicCalls')} maxWidth={720}>
        <BlockSwitch
          level="vpbx"
          blockedBy={rights.blockedBy}
          change={async (blocked) => keep(vpbxId, await send(vpbxId, { blocked }))}
        />
      </Section>
      <Section title={t('rights.destinations')} maxWidth={720}>
        <VpbxForm key={stored} vpbxId={vpbxId} rights={rights} />
      </Section>
      {!provider && <ByProvider rights={rights} />}
      <Section title={t('rights.emergency')} hint={t('rights.emergencyAlways')} maxWidth={720}>
        <DataList rows={[{ label: t('rights.emergencyNumbers'), value: rights.emergencyNumbers.join(', ') || '–' }]} />
      </Section>
    </Stack>
  )
}

type Change = Parameters<typeof send>[1]

function send(
  vpbxId: string,
  body: Partial<Pick<Rights, 'barred' | 'networks' | 'mainNumber' | 'maxCalls' | 'tariffId'>> & { blocked?: boolean },
): Promise<Rights> {
  return answerOf(api.PATCH('/api/vpbxs/{vpbxId}/rights', { params: { path: { vpbxId } }, body }))
}

function keep(vpbxId: string, rights: Rights): void {
  queryClient.setQueryData(vpbxRightsQuery(vpbxId).queryKey, rights)
}

function valuesOf({ barred, networks, mainNumber, maxCalls, tariffId }: Rights) {
  return {
    barred,
    networks: networks.join('\n'),
    mainNumber: mainNumber ?? '',
    maxCalls: (maxCalls ?? '') as number | string,
    tariffId,
  }
}

type Values = ReturnType<typeof valuesOf>

function VpbxForm({ vpbxId, rights }: RightsProps) {
  const { t } = useTranslation()
  const provider = useRole() === 'provider'
  const form = useForm<Values>({ initialValues: valuesOf(rights) })
  const save = useAction({
    run: ({ barred, networks, mainNumber, maxCalls, tariffId }: Values) => {
      const body: Change = { barred, networks: networksOf(networks), mainNumber: mainNumber || null }
      return send(vpbxId, provider ? { ...body, maxCalls: maxCallsOf(maxCalls), tariffId } : body)
    },
    form,
    done: t('action.saved'),
    onDone: (changed) => keep(vpbxId, changed),
  })
  const barred = form.getInputProps('barred')
  return (
    <RightsForm
      dirty={form.isDirty()}
      busy={save.isPending}
      onReset={() => form.reset()}
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <BarredClasses
        value={form.getValues().barred}
        error={barred.error}
        onChange={(chosen: TariffClass[]) => form.setFieldValue('barred', chosen)}
      />
      <NativeSelect
        label={t('rights.mainNumber')}
        description={t(rights.publicNumbers.length > 0 ? 'rights.mainNumberHint' : 'rights.noPublicNumber')}
        data={[{ value: '', label: t('rights.noMainNumber') }, ...rights.publicNumbers]}
        {...form.getInputProps('mainNumber')}
      />
      <NetworksField description={t('rights.networksHint')} {...form.getInputProps('networks')} />
      {provider && <ProviderFields form={form} rights={rights} />}
    </RightsForm>
  )
}

function ProviderFields({ form, rights }: { form: ReturnType<typeof useForm<Values>>; rights: Rights }) {
  const { t } = useTranslation()
  const tariffs = useQuery(tariffsQuery)
  const known = tariffs.data?.map(({ id, name, currency }) => ({ value: id, label: `${name} (${currency})` }))
  const current = rights.tariffId ? [{ value: rights.tariffId, label: rights.tariffName ?? rights.tariffId }] : []
  return (
    <>
      <MaxCallsField {...form.getInputProps('maxCalls')} />
      <Select
        label={t('rights.tariff')}
        description={t('rights.tariffHint')}
        placeholder={t('rights.defaultTariff')}
        data={known ?? current}
        clearable
        clearButtonProps={{ 'aria-label': t('action.clear') }}
        {...form.getInputProps('tariffId')}
      />
    </>
  )
}

/** What an administrator sees and does not change. */
function ByProvider({ rights: { maxCalls, tariffName, currency } }: { rights: Rights }) {
  const { t } = useTranslation()
  const tariff = [tariffName, currency && `(${currency})`].filter(Boolean).join(' ')
  return (
    <Section title={t('rights.byProvider')} maxWidth={720}>
      <DataList
        rows={[
          { label: t('rights.maxCalls'), value: maxCalls ?? t('rights.unlimited') },
          { label: t('rights.tariff'), value: tariff || t('rights.noTariff') },
        ]}
      />
    </Section>
  )
}
