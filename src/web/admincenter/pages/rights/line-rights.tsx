import { NativeSelect, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Notice } from '#web/ui/notice.tsx'
import { Section } from '#web/ui/section.tsx'
import { answerOf, api } from '../../api.ts'
import { lineRightsQuery } from '../../call-queries.ts'
import { queryClient } from '../../query-client.ts'
import { QueryView } from '../../query-view.tsx'
import type { LineRights as Rights } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import { BarredClasses } from './barred-classes.tsx'
import { BlockSwitch } from './block-switch.tsx'
import { NetworksField, networksOf, RightsForm } from './rights-form.tsx'

/** What one line may call, and what it shows of itself. */
export function LineRights({ lineId, number }: { lineId: string; number: string }) {
  const { t } = useTranslation()
  const query = useQuery(lineRightsQuery(lineId))
  return (
    <Section title={t('rights.ofLine', { number })} maxWidth={720}>
      <QueryView query={query}>
        {(rights) => (
          <>
            <ClosedAbove rights={rights} />
            <BlockSwitch
              level="line"
              blockedBy={rights.blockedBy}
              change={async (blocked) => keep(lineId, await send(lineId, { blocked }))}
            />
            <LineForm key={JSON.stringify(valuesOf(rights))} lineId={lineId} rights={rights} />
          </>
        )}
      </QueryView>
    </Section>
  )
}

export function ClosedAbove({ rights: { blockedAt } }: { rights: Rights }) {
  const { t } = useTranslation()
  if (blockedAt !== 'vpbx' && blockedAt !== 'account') return null
  return <Notice kind="warning">{t(`rights.blockedAt.${blockedAt}`)}</Notice>
}

type Change = Partial<
  Pick<Rights, 'barred' | 'networks' | 'shownNumber' | 'withheld' | 'emergencyNumber' | 'emergencyLocation'>
> & { blocked?: boolean }

function send(lineId: string, body: Change): Promise<Rights> {
  return answerOf(api.PATCH('/api/lines/{lineId}/rights', { params: { path: { lineId } }, body }))
}

function keep(lineId: string, rights: Rights): void {
  queryClient.setQueryData(lineRightsQuery(lineId).queryKey, rights)
}

function valuesOf({ barred, networks, shownNumber, withheld, emergencyNumber, emergencyLocation }: Rights) {
  return {
    barred,
    networks: networks.join('\n'),
    shownNumber: shownNumber ?? '',
    withheld,
    emergencyNumber: emergencyNumber ?? '',
    emergencyLocation,
  }
}

type Values = ReturnType<typeof valuesOf>

function LineForm({ lineId, rights }: { lineId: string; rights: Rights }) {
  const { t } = useTranslation()
  const form = useForm<Values>({ initialValues: valuesOf(rights) })
  const save = useAction({
    run: ({ networks, shownNumber, emergencyNumber, ...others }: Values) =>
      send(lineId, {
        ...others,
        networks: networksOf(networks),
        shownNumber: shownNumber || null,
        emergencyNumber: emergencyNumber || null,
      }),
    form,
    done: t('action.saved'),
    onDone: (changed) => keep(lineId, changed),
  })
  return (
    <RightsForm
      dirty={form.isDirty()}
      busy={save.isPending}
      onReset={() => form.reset()}
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <ShownNumber form={form} rights={rights} />
      <EmergencyFields form={form} rights={rights} />
      <BarredClasses
        value={form.getValues().barred}
        error={form.getInputProps('barred').error}
        onChange={(chosen) => form.setFieldValue('barred', chosen)}
      />
      <NetworksField description={t('rights.lineNetworksHint')} {...form.getInputProps('networks')} />
    </RightsForm>
  )
}

interface FieldsProps {
  form: ReturnType<typeof useForm<Values>>
  rights: Rights
}

function ShownNumber({ form, rights: { publicNumbers, effectiveNumber } }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <NativeSelect
        label={t('rights.shownNumber')}
        description={
          effectiveNumber ? t('rights.effectiveNumber', { number: effectiveNumber }) : t('rights.noEffectiveNumber')
        }
        data={[{ value: '', label: t('rights.byRule') }, ...publicNumbers]}
        {...form.getInputProps('shownNumber')}
      />
      <Switch
        label={t('rights.withheld')}
        description={t('rights.withheldHint')}
        {...form.getInputProps('withheld', { type: 'checkbox' })}
      />
    </>
  )
}

function EmergencyFields({ form, rights: { publicNumbers } }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <NativeSelect
        label={t('rights.emergencyNumber')}
        description={t('rights.emergencyNumberHint')}
        data={[{ value: '', label: t('rights.likeShown') }, ...publicNumbers]}
        {...form.getInputProps('emergencyNumber')}
      />
      <TextInput
        label={t('rights.emergencyLocation')}
        description={t('rights.emergencyLocationHint')}
        autoComplete="off"
        {...form.getInputProps('emergencyLocation')}
      />
    </>
  )
}
