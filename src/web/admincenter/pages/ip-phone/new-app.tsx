import { Button, NativeSelect, Paper, Stack, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PlusIcon } from '#web/ui/icons.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { answerOf, api } from '../../api.ts'
import type { IpPhone, IpPhoneCode } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import { AppFacts } from './app-facts.tsx'
import { useAppName } from './use-app-name.ts'

interface NewAppProps {
  lineId: string
  page: IpPhone
  onCode: (code: IpPhoneCode) => void
}

/** [Nouveau]: choose an app, read what it can, get its code. */
export function NewApp({ lineId, page: { types, name, ownCertificate }, onCode }: NewAppProps) {
  const { t } = useTranslation()
  const nameOf = useAppName()
  const [chosen, setChosen] = useState<string | null>(null)
  const type = types.find(({ id }) => id === chosen) ?? types[0]
  const create = useAction({
    run: (model: string) =>
      answerOf(api.POST('/api/lines/{lineId}/ip-phone', { params: { path: { lineId } }, body: { model } })),
    onDone: onCode,
  })
  if (!type) return <Notice>{t('ipPhone.noTypes')}</Notice>
  return (
    <Paper
      component="form"
      withBorder
      p="md"
      aria-label={t('ipPhone.new')}
      onSubmit={(event) => {
        event.preventDefault()
        create.mutate(type.id)
      }}
    >
      <Stack maw={720}>
        <Title order={2} size="h4">
          {t('ipPhone.newTitle', { app: name })}
        </Title>
        <NativeSelect
          label={t('ipPhone.type')}
          data={types.map((one) => ({ value: one.id, label: nameOf(one) }))}
          value={type.id}
          onChange={(event) => setChosen(event.currentTarget.value)}
          maw={420}
        />
        <AppFacts facts={type} />
        {ownCertificate && type.cannot.includes('publicCertificate') && (
          <Notice kind="warning">{t('ipPhone.ownCertificate')}</Notice>
        )}
        {type.delivery !== 'link' && <Notice kind="warning">{t('ipPhone.secretOnce')}</Notice>}
        <div>
          <Button type="submit" leftSection={<PlusIcon />} loading={create.isPending}>
            {t('ipPhone.new')}
          </Button>
        </div>
      </Stack>
    </Paper>
  )
}
