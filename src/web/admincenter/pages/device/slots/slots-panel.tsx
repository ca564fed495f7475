import { Button, Group, Stack, Text } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryView } from '../../../query-view.tsx'
import type { DeviceDetails, LineSlots } from '../../../types.ts'
import { cleared, filledDown, isSameValue, type SlotDraft, withFax, withLine } from './slot-draft.ts'
import { SlotRow } from './slot-row.tsx'
import classes from './slots.module.css'
import type { SlotEditor } from './use-slot-editor.ts'

/** Tab Lignes, or Ports: which line stands in each slot of the device. */
export function SlotsPanel({ details, editor }: { details: DeviceDetails; editor: SlotEditor }) {
  return (
    <QueryView query={editor.query} lines={6}>
      {() =>
        editor.reading && editor.draft ? (
          <Slots details={details} editor={editor} reading={editor.reading} draft={editor.draft} />
        ) : null
      }
    </QueryView>
  )
}

interface SlotsProps {
  details: DeviceDetails
  editor: SlotEditor
  reading: LineSlots
  draft: SlotDraft
}

function Slots({ details, editor, reading, draft }: SlotsProps) {
  const { t } = useTranslation()
  const isGateway = details.device.model.kind === 'gateway'
  const { slotCount, fax } = reading
  const free = useMemo(() => freeLines(reading, draft), [reading, draft])
  const slots = Array.from({ length: slotCount }, (_, index) => index + 1)
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t(isGateway ? 'lineSlots.portHint' : 'lineSlots.hint')} {t('lineSlots.fillHint')}
        {fax && ` ${t(`lineSlots.faxBy.${fax}`)}`}
      </Text>
      <Group justify="space-between">
        <Text size="sm" fw={600}>
          {t('lineSlots.count', { used: draft.size, count: slotCount })}
        </Text>
        <Button variant="subtle" size="xs" onClick={() => editor.change((now) => cleared(now, reading))}>
          {t('lineSlots.clearAll')}
        </Button>
      </Group>
      <ul className={classes.list} data-fax={fax !== null}>
        {slots.map((slot) => (
          <SlotRow
            key={slot}
            slot={slot}
            name={t(isGateway ? 'lineSlots.portName' : 'lineSlots.slotName', { slot })}
            value={draft.get(slot)}
            stored={reading.slots.find((one) => one.slot === slot)}
            lines={free}
            own={reading.lines.find(({ id }) => id === draft.get(slot)?.lineId)}
            hasFax={fax !== null}
            isChanged={!isSameValue(draft.get(slot), editor.saved?.get(slot))}
            refusal={editor.refusals[String(slot)]}
            onLine={(lineId) => editor.change((now) => withLine(now, slot, lineId))}
            onFax={(on) => editor.change((now) => withFax(now, slot, on))}
            onFill={() => editor.change((now) => filledDown(now, slot, reading))}
            isLast={slot === slotCount}
          />
        ))}
      </ul>
      <Group justify="flex-end" gap="xs" className={classes.footer}>
        <Text size="sm" role="status" style={{ flex: '1 1 10rem' }}>
          {editor.dirty ? t('lineSlots.unsaved') : ''}
        </Text>
        {editor.dirty && (
          <Button variant="subtle" onClick={editor.discard}>
            {t('action.cancel')}
          </Button>
        )}
        <Button disabled={!editor.dirty} loading={editor.saving} onClick={editor.save}>
          {t('action.save')}
        </Button>
      </Group>
    </Stack>
  )
}

/** Lines that the device does not have yet. */
function freeLines({ lines }: LineSlots, draft: SlotDraft): LineSlots['lines'] {
  const used = new Set([...draft.values()].map(({ lineId }) => lineId))
  return lines.filter(({ id }) => !used.has(id))
}
