import { Autocomplete, type ComboboxItem, NativeSelect, type OptionsFilter, Text, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { functionKeyValueKinds, needsValue } from '#domain/function-key.ts'
import type { DeviceKeys } from '../../../types.ts'
import classes from './key-row.module.css'
import { type KeyRowProps, useFieldName } from './key-row-props.ts'

/** The value of a key: nothing, a line of the device, somebody of the vPBX, or free text with a word on its form. */
export function KeyValueField(props: KeyRowProps) {
  const { type } = props.value
  const kind = type === 'phone' ? 'nothing' : functionKeyValueKinds[type]
  if (kind === 'nothing') return <span className={classes.empty} />
  if (kind === 'lineSlot') return <LineChoice {...props} field="value" />
  if (kind === 'extension') return <ExtensionField {...props} />
  return <TextField {...props} kind={kind} />
}

/** On which line of the device the key works, where the function does not say so itself. */
export function KeyLineField(props: KeyRowProps) {
  const { type } = props.value
  const apart = type === 'phone' || type === 'none' || functionKeyValueKinds[type] === 'lineSlot'
  return apart ? <span className={classes.empty} /> : <LineChoice {...props} field="line" />
}

function LineChoice({
  module,
  slot,
  value,
  refusals,
  base,
  setField,
  field,
}: KeyRowProps & { field: 'value' | 'line' }) {
  const { t } = useTranslation()
  const lines = base.lineSlots.map((line) => ({ value: String(line.slot), label: `${line.slot} · ${line.number}` }))
  const chosen = value.line ?? base.lineSlots[0]?.slot ?? 1
  const gone = !lines.some((line) => line.value === String(chosen))
  return (
    <NativeSelect
      {...useFieldName(slot, field)}
      data={gone ? [...lines, { value: String(chosen), label: t('keys.lineGone', { slot: chosen }) }] : lines}
      value={String(chosen)}
      error={refusals.line ?? (field === 'value' ? refusals.value : undefined)}
      onChange={(event) => setField({ module, slot }, { line: Number(event.currentTarget.value) })}
    />
  )
}

type Extensions = DeviceKeys['extensions']

function ExtensionField({ module, slot, value, refusals, base, setField }: KeyRowProps) {
  const { t } = useTranslation()
  const { extensions } = base
  const names = useMemo(() => new Map(extensions.map(({ number, displayName }) => [number, displayName])), [extensions])
  const name = names.get(value.value)
  return (
    <Autocomplete
      {...useFieldName(slot, 'value')}
      placeholder={t('keys.choose')}
      {...(value.value !== '' && { description: name ?? t('keys.valueHint.extension') })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={numbersOf(extensions)}
      filter={byNumberOrName(names)}
      limit={100}
      renderOption={({ option }) => (
        <Text size="sm" span>
          {option.value} · {names.get(option.value)}
        </Text>
      )}
      comboboxProps={{ withinPortal: false, width: 'max-content', position: 'bottom-start' }}
      maxDropdownHeight={240}
      withScrollArea={false}
      styles={{ options: { maxHeight: 240, overflowY: 'auto' } }}
      openOnFocus={false}
      value={value.value}
      error={refusals.value}
      onChange={(text) => setField({ module, slot }, { value: text })}
    />
  )
}

function numbersOf(extensions: Extensions): string[] {
  return [...new Set(extensions.map(({ number }) => number))]
}

/** A number that is chosen already does not narrow the list: the others are to be seen when it is opened. */
function byNumberOrName(names: ReadonlyMap<string, string>): OptionsFilter {
  return ({ options, search, limit }) => {
    const words = plain(search).split(/\s+/).filter(Boolean)
    const all = options as ComboboxItem[]
    const found = names.has(search.trim())
      ? all
      : all.filter(({ value }) => {
          const text = plain(`${value} ${names.get(value) ?? ''}`)
          return words.every((word) => text.includes(word))
        })
    return found.slice(0, limit)
  }
}

/** Without case and accents. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
}

function TextField({ module, slot, value, refusals, setField, kind }: KeyRowProps & { kind: string }) {
  const { t } = useTranslation()
  const optional = value.type !== 'phone' && !needsValue(value.type)
  return (
    <TextInput
      {...useFieldName(slot, 'value')}
      description={t(`keys.valueHint.${kind}`)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...(optional && { placeholder: t('keys.optional') })}
      autoComplete="off"
      spellCheck={false}
      inputMode={kind === 'url' ? 'url' : 'text'}
      value={value.value}
      error={refusals.value}
      onChange={(event) => setField({ module, slot }, { value: event.currentTarget.value })}
    />
  )
}
