import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DeviceDrawing, ModuleDrawing } from '../../../drawing/device-drawing.tsx'
import { modelQuery } from '../../../queries.ts'
import type { DeviceDetails } from '../../../types.ts'
import { deviceName } from '../device-name.ts'
import type { KeyPart } from './key-draft.ts'
import classes from './keys-drawing.module.css'
import type { KeyEditor } from './use-key-editor.ts'

interface KeysDrawingProps {
  editor: KeyEditor
  part: KeyPart
  details: DeviceDetails
  page: number
  /** A key in the drawing was chosen. */
  onSelect: (slot: number) => void
}

/** The phone or module from the front, with what stands on the keys of the page. */
export function KeysDrawing({ editor, part, details, page, onSelect }: KeysDrawingProps) {
  const { t } = useTranslation()
  const model = useQuery(modelQuery(details.device.model.id))
  const wordOf = (slot: number): string => {
    const { type, label, value } = editor.keyAt({ module: part.module, slot })
    if (type === 'phone' || type === 'none') return ''
    return label || value || t(`keys.function.${type}`)
  }
  const slots = Array.from({ length: part.keyCount }, (_, index) => index + 1)
  const { selected } = editor
  const keys = { count: part.keyCount, perPage: part.perPage, layout: part.layout }
  const common = {
    page,
    labels: new Map(slots.map((slot) => [slot, wordOf(slot)])),
    selected: selected?.module === part.module ? selected.slot : null,
    onSelect,
    nameOf: (slot: number) => `${t('keys.one', { slot })}${wordOf(slot) && `, ${wordOf(slot)}`}`,
  }
  if (part.module > 0) {
    return (
      <div className={classes.drawing}>
        <ModuleDrawing keys={keys} title={part.name ?? ''} {...common} />
      </div>
    )
  }
  if (!model.data) return null
  return (
    <div className={classes.drawing}>
      <DeviceDrawing device={model.data} title={deviceName(details.device)} {...common} />
    </div>
  )
}
