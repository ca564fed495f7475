import { Button, Group, List, Modal, Stack } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { defaultLanguage } from '#domain/language.ts'
import { manualSentence } from '#i18n/manual-step.ts'
import { Notice } from '#web/ui/notice.tsx'
import { isLanguage } from '../../i18n.ts'
import type { IpPhone, IpPhoneCode } from '../../types.ts'
import { FileCode, TypedData } from './data-code.tsx'
import { LinkBody } from './link-code.tsx'
import { QrPicture } from './qr-picture.tsx'

interface CodeDialogProps {
  shown: IpPhoneCode | null
  page: IpPhone
  onCode: (code: IpPhoneCode) => void
  onClose: () => void
}

/** The code, the file or the data of an app: shown once, printable, gone when it is closed. */
export function CodeDialog({ shown, page, onCode, onClose }: CodeDialogProps) {
  const { t } = useTranslation()
  const narrow = useMediaQuery('(max-width: 48em)')
  return (
    <Modal
      opened={shown !== null}
      onClose={onClose}
      size="lg"
      fullScreen={narrow ?? false}
      title={t('ipPhone.codeTitle', { app: page.name })}
    >
      {shown && (
        <Stack className="print-sheet">
          <CodeBody key={shown.code.delivery === 'link' ? shown.code.link : ''} {...{ shown, page, onCode }} />
          <Steps steps={shown.steps} />
          <Group justify="flex-end" gap="xs" className="no-print">
            <Button variant="default" onClick={() => window.print()}>
              {t('manual.print')}
            </Button>
            <Button onClick={onClose}>{t('action.close')}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}

function CodeBody({ shown, page, onCode }: { shown: IpPhoneCode } & Pick<CodeDialogProps, 'page' | 'onCode'>) {
  const { t } = useTranslation()
  const { code, deviceId } = shown
  if (code.delivery === 'link') return <LinkBody code={code} deviceId={deviceId} page={page} onCode={onCode} />
  return (
    <>
      <Notice kind="warning">{t('ipPhone.secretShown')}</Notice>
      {code.delivery === 'code' && <QrPicture svg={code.qr} label={t('ipPhone.qr')} />}
      {code.delivery === 'file' && <FileCode fileName={code.fileName} content={code.content} />}
      {code.delivery === 'typed' && <TypedData data={code.data} />}
    </>
  )
}

function Steps({ steps }: Pick<IpPhoneCode, 'steps'>) {
  const { t, i18n } = useTranslation()
  const language = isLanguage(i18n.language) ? i18n.language : defaultLanguage
  return (
    <List type="ordered" spacing="xs" pr="md">
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps stand in a fixed order and may repeat
        <List.Item key={index} style={{ overflowWrap: 'anywhere' }}>
          {manualSentence(t, language, step)}
        </List.Item>
      ))}
    </List>
  )
}
