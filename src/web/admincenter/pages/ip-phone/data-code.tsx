import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '#web/ui/copy-button.tsx'
import { DataList } from '#web/ui/data-list.tsx'
import { saveAs } from '#web/ui/save-as.ts'
import type { IpPhoneCode } from '../../types.ts'

type Data = Extract<IpPhoneCode['code'], { delivery: 'typed' }>['data']

/** A file to be put into its place; it can be taken once. */
export function FileCode({ fileName, content }: { fileName: string; content: string }) {
  const { t } = useTranslation()
  const [taken, setTaken] = useState(false)
  const take = (): void => {
    setTaken(true)
    saveAs(fileName, new Blob([content], { type: 'text/plain' }))
  }
  return (
    <Group>
      <Button disabled={taken} onClick={take}>
        {t(taken ? 'ipPhone.fileTaken' : 'ipPhone.fileTake', { file: fileName })}
      </Button>
    </Group>
  )
}

/** What a person types into the app. */
export function TypedData({ data }: { data: Data }) {
  const { t } = useTranslation()
  const rows = [
    [t('sip.server'), data.server],
    [t('sip.port', { transport: data.transport.toUpperCase() }), String(data.port)],
    [t('sip.user'), data.user],
    [t('sip.authName'), data.authName],
    [t('sip.password'), data.password],
    [t('sip.displayName'), data.displayName],
    [t('keys.function.voicemail'), data.voicemail],
    ['SRTP', t(`settings.srtpMode.${data.srtp}`)],
  ] as const
  return (
    <DataList
      rows={rows.map(([label, value]) => ({ label, value, action: <CopyButton value={value} label={label} /> }))}
    />
  )
}
