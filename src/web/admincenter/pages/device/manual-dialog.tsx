import { Button, Code, Group, List, Modal, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { defaultLanguage } from '#domain/language.ts'
import { manualSentence } from '#i18n/manual-step.ts'
import { CopyTextButton } from '#web/ui/copy-button.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { answerOf, api } from '../../api.ts'
import { isLanguage } from '../../i18n.ts'
import { QueryView } from '../../query-view.tsx'
import type { DeviceDetails, ManualInstructions } from '../../types.ts'
import { deviceName } from './device-name.ts'

interface ManualDialogProps {
  details: DeviceDetails
  opened: boolean
  onClose: () => void
}

/** [Configuration manuelle…]: what to do on this very type, with the link to copy. Opening it leaves a line in the journal. */
export function ManualDialog({ details, opened, onClose }: ManualDialogProps) {
  const { t } = useTranslation()
  const narrow = useMediaQuery('(max-width: 48em)')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      fullScreen={narrow ?? false}
      title={t('manual.title', { name: deviceName(details.device) })}
    >
      <ManualBody details={details} onClose={onClose} />
    </Modal>
  )
}

function ManualBody({ details, onClose }: Omit<ManualDialogProps, 'opened'>) {
  const { id, keyRenewedAt } = details.device
  const query = useQuery({
    queryKey: ['manual', id, keyRenewedAt],
    queryFn: () => answerOf(api.POST('/api/devices/{deviceId}/manual', { params: { path: { deviceId: id } } })),
    // It holds the key: not kept, and not asked for again behind the person's back.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  return (
    <QueryView query={query} lines={8}>
      {(instructions) => <Instructions instructions={instructions} onClose={onClose} />}
    </QueryView>
  )
}

function Instructions({ instructions, onClose }: { instructions: ManualInstructions; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const language = isLanguage(i18n.language) ? i18n.language : defaultLanguage
  const { link, steps } = instructions
  return (
    <Stack className="print-sheet">
      <Text>{t('manual.hint')}</Text>
      <Code block fz="sm" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }} aria-label={t('manual.link')}>
        {link}
      </Code>
      <Group className="no-print" gap="xs">
        <CopyTextButton value={link} label={t('manual.copyLink')} />
        <Button variant="default" onClick={() => window.print()}>
          {t('manual.print')}
        </Button>
      </Group>
      <Notice kind="warning">{t('manual.secret')}</Notice>
      <List type="ordered" spacing="sm" pr="md">
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps stand in a fixed order and may repeat
          <List.Item key={index} style={{ overflowWrap: 'anywhere' }}>
            {manualSentence(t, language, step)}
          </List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed">
        {t('manual.check')}
      </Text>
      <Group justify="flex-end" className="no-print">
        <Button onClick={onClose}>{t('action.close')}</Button>
      </Group>
    </Stack>
  )
}
