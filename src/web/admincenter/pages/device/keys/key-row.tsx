import { ActionIcon, NativeSelect, TextInput } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { type KeyChoice, keyChoices } from '#domain/function-key.ts'
import { UndoIcon } from '#web/ui/icons.tsx'
import type { KeyPlace } from './key-draft.ts'
import classes from './key-row.module.css'
import { type KeyRowProps, useFieldName } from './key-row-props.ts'
import { KeyLineField, KeyValueField } from './key-value-field.tsx'

/** One key: its function and what goes with it. */
export const KeyRow = memo(function KeyRow(props: KeyRowProps) {
  const { t } = useTranslation()
  const { module, slot, changed, base, part } = props
  const place: KeyPlace = { module, slot }
  const states = [classes.row, changed && classes.changed, props.selected && classes.selected]
  return (
    <li
      className={states.filter(Boolean).join(' ')}
      aria-label={t('keys.one', { slot })}
      onFocus={() => props.select(place)}
    >
      <span className={classes.number}>
        <span className={classes.where}>{t('keys.one', { slot })}</span>
        <span className={classes.bare}>{slot}</span>
      </span>
      <KeyTypeField {...props} />
      <KeyValueField {...props} />
      {part.labels === 'display' && <KeyLabelField {...props} />}
      {base.lineSlots.length > 1 && <KeyLineField {...props} />}
      <span className={classes.undo}>
        {changed && (
          <ActionIcon
            title={t('keys.undoShort')}
            aria-label={t('keys.undo', { slot })}
            onClick={() => props.undo(place)}
          >
            <UndoIcon />
          </ActionIcon>
        )}
      </span>
    </li>
  )
})

function KeyTypeField({ module, slot, value, refusals, base, setType }: KeyRowProps) {
  const { t } = useTranslation()
  const offered: KeyChoice[] = ['phone', 'none', ...base.functions.map(({ type }) => type)]
  const options = offered.map((type) => ({ value: type, label: t(`keys.function.${type}`) }))
  // What an older catalog offered stays until something else is chosen.
  if (!offered.includes(value.type)) {
    options.push({ value: value.type, label: t('keys.notOffered', { name: t(`keys.function.${value.type}`) }) })
  }
  return (
    <NativeSelect
      {...useFieldName(slot, 'type')}
      data={options}
      value={value.type}
      error={refusals.type}
      onChange={(event) => setType({ module, slot }, choiceOf(event.currentTarget.value))}
    />
  )
}

function choiceOf(text: string): KeyChoice {
  return keyChoices.find((choice) => choice === text) ?? 'phone'
}

function KeyLabelField({ module, slot, value, refusals, base, setField }: KeyRowProps) {
  const name = useFieldName(slot, 'label')
  if (value.type === 'phone' || value.type === 'none') return <span className={classes.empty} />
  return (
    <TextInput
      {...name}
      maxLength={base.labelLength}
      autoComplete="off"
      value={value.label}
      error={refusals.label}
      onChange={(event) => setField({ module, slot }, { label: event.currentTarget.value })}
    />
  )
}
