import { Stack } from '@mantine/core'
import { useParam } from '../../use-param.ts'
import { CallHistory } from './call-history.tsx'
import { CallsOfDay } from './calls-of-day.tsx'
import { RunningCalls } from './running-calls.tsx'

/** vPBX → Appels. */
export function VpbxCalls() {
  const vpbxId = useParam('vpbxId')
  const scope = { vpbxId, mayEnd: true }
  return (
    <Stack key={vpbxId}>
      <RunningCalls scope={scope} />
      <CallsOfDay vpbxId={vpbxId} />
      <CallHistory scope={scope} />
    </Stack>
  )
}
