import { Button, Group, MultiSelect, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { type Codec, codecs, srtpModes, transportChoices } from '#domain/device-settings.ts'
import { queryClient } from '../../query-client.ts'
import { QueryView } from '../../query-view.tsx'
import { useRole } from '../../session.tsx'
import type { SettingsLayer } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import { inputOf, type LayerValues, valuesOf } from './layer-values.ts'
import { installationLayer, type LayerSource, layerQuery } from './layers.ts'

/** The settings of one layer: each is taken from the wider ones unless it is set here. */
export function SettingsForm({ source }: { source: LayerSource }) {
  const query = useQuery(layerQuery(source))
  return (
    <QueryView query={query}>
      {(layer) => <LayerForm key={`${source.key} ${layer.version}`} source={source} layer={layer} />}
    </QueryView>
  )
}

function LayerForm({ source, layer }: { source: LayerSource; layer: SettingsLayer }) {
  const { t } = useTranslation()
  const form = useForm<LayerValues>({ initialValues: valuesOf(layer) })
  const save = useAction({
    run: (values: LayerValues) => source.write(inputOf(values, layer)),
    form: flattened(form),
    done: t('settings.saved', { count: layer.deviceCount }),
    onDone: (changed) => queryClient.setQueryData(layerQuery(source).queryKey, changed),
  })
  const inheritedKey = source === installationLayer ? 'settings.standard' : 'settings.inherited'
  const props = { form, inherited: layer.inherited, inheritedKey } as const
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack maw={560}>
        <Text size="sm" c="dimmed">
          {t(source === installationLayer ? 'settings.topHint' : 'settings.hint', { count: layer.deviceCount })}
        </Text>
        <Choice {...props} name="transport" values={transportChoices} />
        <Choice {...props} name="srtp" values={srtpModes} />
        <Typed {...props} name="expiry" numeric />
        <CodecOrder {...props} />
        <Typed {...props} name="ntpServer" />
        <Choice {...props} name="lldp" values={['true', 'false']} />
        <Typed {...props} name="vlan" numeric />
        <Typed {...props} name="vlanPriority" numeric />
        <Choice {...props} name="nightlySync" values={['true', 'false']} />
        <Choice {...props} name="webPage" values={['true', 'false']} />
        <ExtraLines layer={layer} form={form} />
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            {t('action.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** The API names a field `settings.expiry`; in the form it is `expiry`. */
function flattened(form: UseFormReturnType<LayerValues>) {
  return {
    getValues: () => ({ ...form.getValues(), settings: null }),
    setErrors: (errors: Record<string, string>) => form.setErrors(errors),
    fieldOf: (path: string) => path.replace(/^settings\./, '').split('.')[0] ?? path,
  }
}

type Inherited = SettingsLayer['inherited']
interface FieldProps {
  /** How the wider value is called: the top layer has only the standard above it. */
  inheritedKey: 'settings.inherited' | 'settings.standard'
  form: UseFormReturnType<LayerValues>
  inherited: Inherited
}
type TextName = Exclude<keyof LayerValues, 'codecs' | 'extraLines'>

function Choice({
  form,
  inherited,
  inheritedKey,
  name,
  values,
}: FieldProps & { name: TextName; values: readonly string[] }) {
  const { t } = useTranslation()
  return (
    <NativeSelect
      label={t(`settings.${name}`)}
      description={t(`settings.${name}Hint`)}
      data={[
        { value: '', label: t(inheritedKey, { value: wordFor(t, name, inherited[name]) }) },
        ...values.map((value) => ({ value, label: wordFor(t, name, value) })),
      ]}
      {...form.getInputProps(name)}
    />
  )
}

function Typed({ form, inherited, inheritedKey, name, numeric }: FieldProps & { name: TextName; numeric?: boolean }) {
  const { t } = useTranslation()
  return (
    <TextInput
      label={t(`settings.${name}`)}
      description={t(`settings.${name}Hint`)}
      placeholder={t(inheritedKey, { value: wordFor(t, name, inherited[name]) })}
      inputMode={numeric ? 'numeric' : 'text'}
      autoComplete="off"
      spellCheck={false}
      {...form.getInputProps(name)}
    />
  )
}

function wordFor(t: TFunction, name: TextName, value: string | number | boolean): string {
  if (value === true || value === 'true') return t('settings.yes')
  if (value === false || value === 'false') return t('settings.no')
  if (name === 'transport') return value === 'automatic' ? t('settings.automatic') : String(value).toUpperCase()
  if (name === 'srtp') return t(`settings.srtpMode.${value}`)
  if (name === 'ntpServer' && value === '') return t('settings.thisServer')
  if (name === 'vlan' && value === 0) return t('settings.noVlan')
  return String(value)
}

/** In the order in which they are chosen. */
function CodecOrder({ form, inherited, inheritedKey }: FieldProps) {
  const { t } = useTranslation()
  const names = (list: readonly string[]) => list.map((codec) => codecNames[codec] ?? codec)
  const input = form.getInputProps('codecs')
  return (
    <MultiSelect
      label={t('settings.codecs')}
      description={t('settings.codecsHint')}
      data={codecs.map((codec) => ({ value: codec, label: codecNames[codec] ?? codec }))}
      clearable
      clearButtonProps={{ 'aria-label': t('settings.codecsClear') }}
      {...input}
      placeholder={
        form.getValues().codecs.length === 0
          ? t(inheritedKey, { value: names(inherited.codecs).join(', ') })
          : undefined
      }
      onChange={(chosen) => form.setFieldValue('codecs', chosen as Codec[])}
    />
  )
}

const codecNames: Record<string, string> = {
  g722: 'G.722',
  pcma: 'G.711 A',
  pcmu: 'G.711 µ',
  g729: 'G.729',
  opus: 'Opus',
}

/** Parameters of the maker's own: for who knows his manual. */
function ExtraLines({ layer, form }: { layer: SettingsLayer; form: UseFormReturnType<LayerValues> }) {
  const { t } = useTranslation()
  if (useRole() !== 'provider' || !layer.extraLinesAllowed) return null
  return (
    <Textarea
      label={t('settings.extraLines')}
      description={t('settings.extraLinesHint')}
      autosize
      minRows={3}
      maxRows={12}
      spellCheck={false}
      styles={{ input: { fontFamily: 'monospace' } }}
      {...form.getInputProps('extraLines')}
    />
  )
}
