import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { TariffClass } from '#domain/tariff-class.ts'
import { Section } from '#web/ui/section.tsx'
import { answerOf, api } from '../../api.ts'
import { accountRightsQuery } from '../../call-queries.ts'
import { queryClient } from '../../query-client.ts'
import { QueryView } from '../../query-view.tsx'
import type { AccountRights as Rights } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import { BarredClasses } from './barred-classes.tsx'
import { BlockSwitch } from './block-switch.tsx'
import { MaxCallsField, maxCallsOf, RightsForm } from './rights-form.tsx'

/** What the account of an extension, with all its lines, may call. */
export function AccountRights({ extensionId, number }: { extensionId: string; number: string }) {
  const { t } = useTranslation()
  const query = useQuery(accountRightsQuery(extensionId))
  return (
    <Section title={t('rights.ofAccount', { number })} hint={t('rights.ofAccountHint')} maxWidth={720}>
      <QueryView query={query}>
        {(rights) => (
          <>
            <BlockSwitch
              level="account"
              blockedBy={rights.blockedBy}
              change={async (blocked) => keep(extensionId, await send(extensionId, { blocked }))}
            />
            <AccountForm
              key={JSON.stringify([rights.barred, rights.maxCalls])}
              extensionId={extensionId}
              rights={rights}
            />
          </>
        )}
      </QueryView>
    </Section>
  )
}

function send(extensionId: string, body: { blocked: boolean } | Pick<Rights, 'barred' | 'maxCalls'>): Promise<Rights> {
  return answerOf(api.PATCH('/api/extensions/{extensionId}/rights', { params: { path: { extensionId } }, body }))
}

function keep(extensionId: string, rights: Rights): void {
  queryClient.setQueryData(accountRightsQuery(extensionId).queryKey, rights)
}

interface Values {
  barred: TariffClass[]
  maxCalls: number | string
}

function AccountForm({ extensionId, rights }: { extensionId: string; rights: Rights }) {
  const { t } = useTranslation()
  const form = useForm<Values>({ initialValues: { barred: rights.barred, maxCalls: rights.maxCalls ?? '' } })
  const save = useAction({
    run: ({ barred, maxCalls }: Values) => send(extensionId, { barred, maxCalls: maxCallsOf(maxCalls) }),
    form,
    done: t('action.saved'),
    onDone: (changed) => keep(extensionId, changed),
  })
  return (
    <RightsForm
      dirty={form.isDirty()}
      busy={save.isPending}
      onReset={() => form.reset()}
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <BarredClasses
        value={form.getValues().barred}
        error={form.getInputProps('barred').error}
        onChange={(chosen) => form.setFieldValue('barred', chosen)}
      />
      <MaxCallsField {...form.getInputProps('maxCalls')} />
    </RightsForm>
  )
}
