import { Stack } from '@mantine/core'
import { useMemo } from 'react'
import { useOwnLines } from '../device/own-settings-page.tsx'
import { useExtension } from '../extension/extension-page.tsx'
import { CallHistory } from './call-history.tsx'
import type { CallScope } from './call-scope.ts'
import { RunningCalls } from './running-calls.tsx'

/** Poste x → Paramètres → Appels. */
export function ExtensionCalls() {
  const { id, vpbxId, lines } = useExtension()
  const scope = useMemo(
    (): CallScope => ({ vpbxId, extensionId: id, lineIds: new Set(lines.map((line) => line.id)), mayEnd: true }),
    [id, vpbxId, lines],
  )
  return <Calls key={id} scope={scope} />
}

/** A user's Paramètres → Appels: of all his lines; the server shows him no others. */
export function OwnCalls() {
  const lines = useOwnLines()
  const scope = useMemo(
    (): CallScope => ({ vpbxId: null, lineIds: new Set(lines.map(({ id }) => id)), mayEnd: false }),
    [lines],
  )
  return <Calls scope={scope} />
}

function Calls({ scope }: { scope: CallScope }) {
  return (
    <Stack>
      <RunningCalls scope={scope} />
      <CallHistory scope={scope} />
    </Stack>
  )
}
