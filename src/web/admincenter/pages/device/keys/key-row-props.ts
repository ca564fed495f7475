import { useTranslation } from 'react-i18next'
import type { DeviceKeys } from '../../../types.ts'
import type { KeyPart, KeyValue } from './key-draft.ts'
import classes from './key-row.module.css'
import type { KeyEditor } from './use-key-editor.ts'

/** What a row and its fields are given; nothing in it changes while its key does not, so that other rows are not drawn again. */
export interface KeyRowProps extends Pick<KeyEditor, 'setType' | 'setField' | 'undo' | 'select'> {
  module: number
  slot: number
  value: KeyValue
  changed: boolean
  selected: boolean
  /** Sentences at the fields of this key. */
  refusals: { type?: string; value?: string; label?: string; line?: string }
  base: DeviceKeys
  part: KeyPart
}

/** The name of a field: seen in a narrow window alone, where no column says it, and always heard with its key. */
export function useFieldName(slot: number, key: 'type' | 'value' | 'label' | 'line') {
  const { t } = useTranslation()
  const field = t(`keys.${key}`)
  return {
    label: field,
    'aria-label': t('keys.field', { slot, field }),
    labelProps: { className: classes.title },
  }
}
