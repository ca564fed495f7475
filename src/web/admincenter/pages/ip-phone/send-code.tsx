import { Button, Group, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api.ts'
import type { IpPhone, LinkCode } from '../../types.ts'
import { useAction } from '../../use-action.ts'

interface SendCodeProps {
  code: LinkCode
  deviceId: string
  recipients: IpPhone['recipients']
}

/** Sends the code by mail; not there while nobody could be sent one. */
export function SendCode({ code, deviceId, recipients }: SendCodeProps) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string | null>(null)
  const to = recipients.find(({ id }) => id === chosen) ?? recipients[0]
  const ticket = /[0-9a-f]{48}/.exec(code.link)?.[0] ?? ''
  const send = useAction({
    run: (userId: string) =>
      answerOf(
        api.POST('/api/devices/{deviceId}/app-code/mail', {
          params: { path: { deviceId } },
          body: { ticket, userId },
        }),
      ),
    done: t('ipPhone.sent', { name: to?.name ?? '' }),
  })
  if (!to) return null
  return (
    <Group gap="xs" align="flex-end" className="no-print">
      {recipients.length > 1 && (
        <NativeSelect
          label={t('ipPhone.sendTo')}
          data={recipients.map(({ id, name }) => ({ value: id, label: name }))}
          value={to.id}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      <Button variant="default" loading={send.isPending} onClick={() => send.mutate(to.id)}>
        {t('ipPhone.send', { name: to.name })}
      </Button>
    </Group>
  )
}
