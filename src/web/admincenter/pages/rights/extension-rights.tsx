import { Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OwnLine } from '../device/own-line.tsx'
import { useExtension } from '../extension/extension-page.tsx'
import { LevelPicker } from '../extension/level-picker.tsx'
import { AccountRights } from './account-rights.tsx'
import { LineRights } from './line-rights.tsx'
import { RightsRead } from './rights-read.tsx'

/** Poste x → Paramètres → Droits: of the account, or of one of its lines. */
export function ExtensionRights() {
  const { id, number, lines } = useExtension()
  return <Levels key={id} extensionId={id} number={number} lines={lines} />
}

interface LevelsProps {
  extensionId: string
  number: string
  lines: { id: string; number: string }[]
}

function Levels({ extensionId, number, lines }: LevelsProps) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState('')
  const line = lines.find(({ id }) => id === chosen)
  return (
    <Stack>
      <LevelPicker
        label={t('rights.level')}
        hint={t('rights.levelHint')}
        number={number}
        lines={lines}
        value={line?.id ?? ''}
        onChange={setChosen}
      />
      {line ? (
        <LineRights key={line.id} lineId={line.id} number={line.number} />
      ) : (
        <AccountRights extensionId={extensionId} number={number} />
      )}
    </Stack>
  )
}

/** A user's Paramètres → Droits, to be read. */
export function OwnRights() {
  return <OwnLine>{(line) => <RightsRead key={line.id} line={line} />}</OwnLine>
}
