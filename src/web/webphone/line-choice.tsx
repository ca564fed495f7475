import { Button, Center, Loader, Stack, Text } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#web/ui/notice.tsx'
import { ApiError } from '../admincenter/api-error.ts'
import { type CurrentSession, type LineContext, ownLines, signOut, startPhone, type WebPhone } from './api.ts'
import { Failure } from './failure.tsx'
import { PhonePage } from './phone-page.tsx'
import { Sheet } from './sheet.tsx'
import { type SoundFault, soundFault } from './sound.ts'

interface Props {
  session: CurrentSession
  onSignedOut: () => void
}

/** The own lines, whether this browser can telephone, and the telephone on the line that was chosen. */
function useLine(onSignedOut: () => void) {
  const [lines, setLines] = useState<LineContext[] | null>(null)
  const [fault, setFault] = useState<SoundFault | null>(null)
  const [line, setLine] = useState<LineContext | null>(null)
  const [identity, setIdentity] = useState<WebPhone | null>(null)
  const [failure, setFailure] = useState<unknown>(null)

  const failed = useCallback(
    (error: unknown) => {
      if (error instanceof ApiError && error.code === 'session.required') onSignedOut()
      else setFailure(error)
    },
    [onSignedOut],
  )
  const look = useCallback(() => {
    setFailure(null)
    Promise.all([ownLines(), soundFault()]).then(([found, wrong]) => {
      setLines(found)
      setFault(wrong)
      if (found.length === 1 && found[0]) setLine(found[0])
    }, failed)
  }, [failed])
  useEffect(look, [look])
  const begin = useCallback(() => {
    if (!line) return
    setFailure(null)
    startPhone(line.id).then(setIdentity, failed)
  }, [line, failed])
  useEffect(() => {
    if (line && !fault) begin()
  }, [line, fault, begin])

  const change = () => {
    setIdentity(null)
    setLine(null)
  }
  return { lines, fault, line, identity, failure, setLine, look, begin, change }
}

/** On which line one telephones: asked where there are several. Before it, whether this browser can at all. */
export function LineChoice({ session, onSignedOut }: Props) {
  const { t } = useTranslation()
  const { lines, fault, line, identity, failure, setLine, look, begin, change } = useLine(onSignedOut)
  const leave = () => {
    void signOut()
      .catch(() => {})
      .then(onSignedOut)
  }
  if (failure) return <Failure error={failure} onRetry={lines ? begin : look} />
  if (lines && fault)
    return (
      <Sheet>
        <EmptyState title={t(`webPhone.fault.${fault}`)}>{t(`webPhone.faultHint.${fault}`)}</EmptyState>
        {fault !== 'noWebRtc' && <Button onClick={look}>{t('action.retry')}</Button>}
        <SignOut onClick={leave} />
      </Sheet>
    )
  if (lines?.length === 0)
    return (
      <Sheet>
        <EmptyState title={t('webPhone.noLine')}>{t('webPhone.noLineHint')}</EmptyState>
        <SignOut onClick={leave} />
      </Sheet>
    )
  if (lines && !line) return <Choice lines={lines} onChoose={setLine} onSignOut={leave} />
  if (!identity)
    return (
      <Center component="main" mih="100vh">
        <Stack align="center">
          <Loader aria-hidden="true" />
          <Text>{lines ? t('webPhone.state.connecting') : t('webPhone.allowMicrophone')}</Text>
        </Stack>
      </Center>
    )
  const several = (lines?.length ?? 0) > 1
  return (
    <PhonePage
      key={identity.id}
      identity={identity}
      session={session}
      onRenew={begin}
      onChangeLine={several ? change : null}
      onSignOut={leave}
    />
  )
}

interface ChoiceProps {
  lines: LineContext[]
  onChoose: (line: LineContext) => void
  onSignOut: () => void
}

function Choice({ lines, onChoose, onSignOut }: ChoiceProps) {
  const { t } = useTranslation()
  return (
    <Sheet hint={t('webPhone.chooseLine')}>
      <Stack gap="xs">
        {lines.map((one) => (
          <Button key={one.id} variant="default" size="lg" onClick={() => onChoose(one)}>
            {one.number} · {one.extension.displayName}
          </Button>
        ))}
      </Stack>
      <SignOut onClick={onSignOut} />
    </Sheet>
  )
}

function SignOut({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation()
  return (
    <Button variant="subtle" onClick={onClick}>
      {t('account.signOut')}
    </Button>
  )
}
