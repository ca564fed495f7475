import { Modal, Stack, Tabs } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { deviceKeysQuery, deviceQuery } from '../../queries.ts'
import { QueryView } from '../../query-view.tsx'
import { useRole } from '../../session.tsx'
import type { DeviceDetails, DeviceKeys } from '../../types.ts'
import { deviceLayer } from '../settings/layers.ts'
import { SettingsForm } from '../settings/settings-form.tsx'
import { AccessList } from './access-list.tsx'
import { HandsetNotice } from './dect/handset-notice.tsx'
import { HandsetsPanel } from './dect/handsets-panel.tsx'
import { DeviceActions, type DeviceDialog } from './device-actions.tsx'
import { DeviceForm } from './device-form.tsx'
import { deviceName } from './device-name.ts'
import { KeyModules } from './keys/key-modules.tsx'
import { KeysFooter } from './keys/keys-footer.tsx'
import { hasRefusal, KeysPanel } from './keys/keys-panel.tsx'
import { useCloseGuard } from './keys/use-close-guard.ts'
import { type KeyEditor, useKeyEditor } from './keys/use-key-editor.ts'
import { LastAccess } from './last-access.tsx'
import { SlotsPanel } from './slots/slots-panel.tsx'
import { useSlotEditor } from './slots/use-slot-editor.ts'

interface DetailsDialogProps {
  deviceId: string | null
  onClose: () => void
  /** Goes on to another device: from a handset to its base and back. */
  onOpen: (deviceId: string) => void
}

/** [Détails…]: everything about one device, in tabs. */
export function DetailsDialog({ deviceId, onClose, onOpen }: DetailsDialogProps) {
  const { t } = useTranslation()
  const narrow = useMediaQuery('(max-width: 48em)')
  const query = useQuery({ ...deviceQuery(deviceId ?? ''), enabled: deviceId !== null })
  const keys = useQuery({ ...deviceKeysQuery(deviceId ?? ''), enabled: deviceId !== null })
  const [dialog, setDialog] = useState<DeviceDialog | null>(null)
  const guard = useCloseGuard(onClose)
  const name = query.data ? deviceName(query.data.device) : ''
  const whole = query.data && keys.data && { details: query.data, keys: keys.data }
  const { error, isFetching, refetch } = query.data ? keys : query
  return (
    <Modal
      opened={deviceId !== null}
      onClose={guard.request}
      size="xl"
      // Escape is for the dialog on top.
      closeOnEscape={dialog === null && !guard.asking}
      fullScreen={narrow ?? false}
      title={t('device.title', { name })}
    >
      <QueryView query={{ data: whole, error, isFetching, refetch }} lines={8}>
        {({ details, keys }) => (
          <DeviceTabs
            key={`${details.device.id} ${details.device.model.id}`}
            {...{ details, keys, dialog, onOpen }}
            onDialog={setDialog}
            onDirty={guard.setDirty}
          />
        )}
      </QueryView>
      <ConfirmDialog
        opened={guard.asking}
        onClose={guard.stay}
        title={t('keys.discardTitle')}
        confirmLabel={t('keys.discard')}
        dangerous
        onConfirm={guard.discard}
      >
        {t('keys.discardHint')}
      </ConfirmDialog>
    </Modal>
  )
}

interface DeviceTabProps {
  details: DeviceDetails
  dialog: DeviceDialog | null
  onDialog: (dialog: DeviceDialog | null) => void
  onOpen: (deviceId: string) => void
}

interface DeviceTabsProps extends DeviceTabProps {
  keys: DeviceKeys
  onDirty: (dirty: boolean) => void
}

/** Appareil, Touches and one tab for each module. A device without keys has the first alone. */
function DeviceTabs({ details, keys, dialog, onDialog, onOpen, onDirty }: DeviceTabsProps) {
  const { t } = useTranslation()
  const editor = useKeyEditor(details.device.id, keys)
  const slots = useSlotEditor(details)
  const dirty = editor.dirty || slots.dirty
  const [tab, setTab] = useState('device')
  // A handset's are those of its base.
  const hasSettings = useRole() !== 'user' && !details.handset
  useEffect(() => {
    onDirty(dirty)
    return () => onDirty(false)
  }, [dirty, onDirty])
  const tabs = editor.parts.map((part) => ({ part, value: `keys-${part.module}`, name: tabName(t, part) }))
  // The tab of a module that was taken out.
  const gone = tab.startsWith('keys-') && !tabs.some(({ value }) => value === tab)
  const shown = gone ? (tabs[0]?.value ?? 'device') : tab
  return (
    <Tabs value={shown} onChange={(value) => setTab(value ?? 'device')} keepMounted={false}>
      <Tabs.List aria-label={t('device.title', { name: deviceName(details.device) })} mb="md">
        <Tabs.Tab value="device">{t('device.tab.device')}</Tabs.Tab>
        {details.lineSlots > 1 && (
          <Tabs.Tab value="slots">
            {t(details.device.model.kind === 'gateway' ? 'device.tab.ports' : 'device.tab.lines')}
          </Tabs.Tab>
        )}
        {details.baseStation && <Tabs.Tab value="handsets">{t('device.tab.handsets')}</Tabs.Tab>}
        {tabs.map(({ part, value, name }) => (
          <Tabs.Tab key={value} value={value}>
            {hasRefusal(editor.refusals, part.module) ? t('keys.wrongHere', { name }) : name}
          </Tabs.Tab>
        ))}
        {hasSettings && <Tabs.Tab value="settings">{t('settings.ofDevice')}</Tabs.Tab>}
      </Tabs.List>
      <Tabs.Panel value="device" tabIndex={-1}>
        <DeviceTab details={details} dialog={dialog} onDialog={onDialog} onOpen={onOpen} />
      </Tabs.Panel>
      <Tabs.Panel value="slots" tabIndex={-1}>
        <SlotsPanel details={details} editor={slots} />
      </Tabs.Panel>
      <Tabs.Panel value="handsets" tabIndex={-1}>
        <HandsetsPanel details={details} onOpen={onOpen} onAdding={(open) => onDialog(open ? 'handset' : null)} />
      </Tabs.Panel>
      {hasSettings && (
        <Tabs.Panel value="settings" tabIndex={-1}>
          <SettingsForm source={deviceLayer(details.device.id)} />
        </Tabs.Panel>
      )}
      {tabs.map(({ part, value }) => (
        <Tabs.Panel key={value} value={value} tabIndex={-1}>
          <Stack>
            <KeysPanel editor={editor} part={part} details={details} />
            {part.module === 0 && <KeyModules editor={editor} />}
            <KeysFooter
              editor={editor}
              details={details}
              resyncing={dialog === 'resync'}
              onResync={(opened) => onDialog(opened ? 'resync' : null)}
            />
          </Stack>
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

function tabName(t: ReturnType<typeof useTranslation>['t'], { module, name }: KeyEditor['parts'][number]): string {
  return module === 0 ? t('device.tab.keys') : t('device.tab.module', { position: module, name: name ?? '' })
}

/** Tab Appareil. */
function DeviceTab({ details, dialog, onDialog, onOpen }: DeviceTabProps) {
  if (details.handset)
    return (
      <Stack>
        <DeviceForm details={details} />
        <HandsetNotice details={details} onOpen={onOpen} />
      </Stack>
    )
  return (
    <Stack>
      <DeviceForm details={details} />
      <DeviceActions details={details} dialog={dialog} onDialog={onDialog} />
      <LastAccess details={details} />
      <AccessList deviceId={details.device.id} />
    </Stack>
  )
}
