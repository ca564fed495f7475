import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PlusIcon } from '#web/ui/icons.tsx'
import { EmptyState, Notice } from '#web/ui/notice.tsx'
import { handsetsQuery } from '../../../queries.ts'
import { QueryView } from '../../../query-view.tsx'
import type { BaseContents, DeviceDetails } from '../../../types.ts'
import { AddHandsetDialog } from './add-handset-dialog.tsx'
import { baseLabel } from './base-fields.tsx'
import classes from './handsets.module.css'
import { PinReveal } from './pin-reveal.tsx'

interface HandsetsPanelProps {
  details: DeviceDetails
  onOpen: (deviceId: string) => void
  /** Escape belongs to the dialog on top. */
  onAdding: (open: boolean) => void
}

/** Tab Combinés of a base: who is on it, in which place, and whether the switch knows them. */
export function HandsetsPanel(props: HandsetsPanelProps) {
  const query = useQuery(handsetsQuery(props.details.device.id))
  return (
    <QueryView query={query} lines={6}>
      {(contents) => <Handsets {...props} contents={contents} />}
    </QueryView>
  )
}

function Handsets({ details, onOpen, onAdding, contents }: HandsetsPanelProps & { contents: BaseContents }) {
  const { t } = useTranslation()
  const [adding, add] = useDisclosure(false, { onOpen: () => onAdding(true), onClose: () => onAdding(false) })
  const { device } = details
  const { handsets, cells, max } = contents
  if (device.base) return <Notice>{t('dect.isCell', { name: baseLabel(device.base) })}</Notice>
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="sm" fw={600}>
          {t('dect.handsetCount', { used: handsets.length, count: max })}
        </Text>
        <Button leftSection={<PlusIcon />} size="xs" disabled={handsets.length >= max} onClick={add.open}>
          {t('dect.add')}
        </Button>
      </Group>
      {handsets.length === 0 && <EmptyState title={t('dect.none')}>{t('dect.noneHint')}</EmptyState>}
      <ul className={classes.list}>
        {handsets.map((handset) => (
          <HandsetRow key={handset.id} handset={handset} onOpen={onOpen} />
        ))}
      </ul>
      {cells.length > 0 && (
        <>
          <Title order={3} size="h5">
            {t('dect.cells')}
          </Title>
          <ul className={classes.list}>
            {cells.map((cell) => (
              <li key={cell.id}>{baseLabel(cell)}</li>
            ))}
          </ul>
        </>
      )}
      {details.baseStation?.pin && <PinReveal deviceId={device.id} />}
      <AddHandsetDialog baseId={device.id} contents={contents} opened={adding} onClose={add.close} />
    </Stack>
  )
}

interface HandsetRowProps {
  handset: BaseContents['handsets'][number]
  onOpen: (deviceId: string) => void
}

function HandsetRow({ handset, onOpen }: HandsetRowProps) {
  const { t } = useTranslation()
  const { registrationCount: count } = handset
  const word = count === null ? 'unknown' : count > 0 ? 'yes' : 'no'
  return (
    <li className={classes.row}>
      <Text className={classes.place ?? ''} aria-label={t('dect.placeName', { slot: handset.slot })}>
        {handset.slot}
      </Text>
      <div className={classes.name}>
        <Text>
          {handset.number} · {handset.displayName}
        </Text>
        <Text size="xs" c="dimmed">
          {handset.note ? `${handset.name} (${handset.note})` : handset.name}
          {handset.ipui && ` · ${handset.ipui}`}
        </Text>
      </div>
      <Badge variant="light" color={count === null ? 'yellow' : count > 0 ? 'green' : 'gray'}>
        {t(`registration.${word}`)}
      </Badge>
      {handset.manageable ? (
        <Button size="xs" variant="default" onClick={() => onOpen(handset.id)}>
          {t('dect.open')}
        </Button>
      ) : (
        <span />
      )}
    </li>
  )
}
