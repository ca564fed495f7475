import { Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OwnLine } from '../device/own-line.tsx'
import { useExtension } from '../extension/extension-page.tsx'
import { LevelPicker } from '../extension/level-picker.tsx'
import { accountCharges, lineCharges } from './charge-source.ts'
import { ChargeView } from './charge-view.tsx'

interface Level {
  extensionId: string
  number: string
  lines: { id: string; number: string }[]
}

/** Poste x → Paramètres → TopStop: of the account, or of one of its lines. */
export function ExtensionCharges() {
  const { id, number, lines } = useExtension()
  return <ChargeLevels key={id} extensionId={id} number={number} lines={lines} />
}

/** A user's Paramètres → TopStop, to be read. */
export function OwnCharges() {
  return (
    <OwnLine>
      {({ id, number, extension }) => (
        <ChargeLevels key={id} extensionId={extension.id} number={extension.number} lines={[{ id, number }]} />
      )}
    </OwnLine>
  )
}

/** All lines of an account share its limit; each may have its own beside it. */
function ChargeLevels({ extensionId, number, lines }: Level) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState('')
  const line = lines.find(({ id }) => id === chosen)
  return (
    <Stack>
      <LevelPicker
        label={t('topStop.level')}
        hint={t('topStop.levelHint')}
        number={number}
        lines={lines}
        value={line?.id ?? ''}
        onChange={setChosen}
      />
      <ChargeView key={line?.id ?? ''} source={line ? lineCharges(line.id) : accountCharges(extensionId)} />
    </Stack>
  )
}
