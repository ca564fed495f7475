import {
  Divider,
  NativeSelect,
  NumberInput,
  PasswordInput,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { useCountries } from '#web/ui/use-countries.ts'
import type { TrunkValues } from './trunk-values.ts'

interface FieldsProps {
  form: UseFormReturnType<TrunkValues>
}

/** All fields of a trunk, by what one thinks of first. */
export function TrunkFields({ form, passwordSet }: FieldsProps & { passwordSet: boolean }) {
  return (
    <>
      <Where form={form} />
      <SignIn form={form} passwordSet={passwordSet} />
      <Numbers form={form} />
      <Further form={form} />
    </>
  )
}

const typed = { autoComplete: 'off', spellCheck: false } as const

function Where({ form }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput
        label={t('trunk.name')}
        description={t('trunk.nameHint')}
        required
        data-autofocus
        {...typed}
        {...form.getInputProps('name')}
      />
      <TextInput
        label={t('trunk.host')}
        description={t('trunk.hostHint')}
        placeholder="sip.example.ch"
        required
        {...typed}
        {...form.getInputProps('host')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NativeSelect
          label={t('trunk.transport')}
          data={[
            { value: 'udp', label: 'UDP' },
            { value: 'tcp', label: 'TCP' },
            { value: 'tls', label: 'TLS' },
          ]}
          {...form.getInputProps('transport')}
        />
        <NumberInput
          label={t('trunk.port')}
          placeholder={t('trunk.usualPort')}
          min={0}
          max={65_535}
          allowDecimal={false}
          hideControls
          {...form.getInputProps('port')}
        />
      </SimpleGrid>
    </>
  )
}

function SignIn({ form, passwordSet }: FieldsProps & { passwordSet: boolean }) {
  const { t } = useTranslation()
  const { registers } = form.getValues()
  return (
    <Stack gap="md">
      <Divider label={t('trunk.signIn')} labelPosition="left" />
      <Switch
        label={t('trunk.registers')}
        description={t('trunk.registersHint')}
        {...form.getInputProps('registers', { type: 'checkbox' })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={t('trunk.digestName')}
          required={registers}
          {...typed}
          {...form.getInputProps('digestName')}
        />
        <PasswordInput
          label={t('trunk.password')}
          required={registers && !passwordSet}
          placeholder={passwordSet ? t('device.passwordKept') : ''}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
      </SimpleGrid>
      <Textarea
        label={t('trunk.networks')}
        description={t('trunk.networksHint')}
        autosize
        minRows={2}
        maxRows={8}
        spellCheck={false}
        {...form.getInputProps('networks')}
      />
    </Stack>
  )
}

function Numbers({ form }: FieldsProps) {
  const { t } = useTranslation()
  const countries = useCountries(form.getValues().country)
  return (
    <Stack gap="md">
      <Divider label={t('trunk.numbers')} labelPosition="left" />
      <NativeSelect
        label={t('trunk.numberFormat')}
        description={t('trunk.numberFormatHint')}
        data={[
          { value: 'plus', label: t('trunk.formats.plus') },
          { value: 'digits', label: t('trunk.formats.digits') },
          { value: 'international', label: t('trunk.formats.international') },
        ]}
        {...form.getInputProps('numberFormat')}
      />
      <Select
        label={t('vpbx.country')}
        description={t('trunk.countryHint')}
        data={countries}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('list.nothingFound')}
        {...form.getInputProps('country')}
      />
    </Stack>
  )
}

function Further({ form }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <Stack gap="md">
      <Divider label={t('trunk.further')} labelPosition="left" />
      <TextInput
        label={t('trunk.fromDomain')}
        description={t('trunk.fromDomainHint')}
        {...typed}
        {...form.getInputProps('fromDomain')}
      />
      <Switch
        label={t('trunk.srtp')}
        description={t('trunk.srtpHint')}
        {...form.getInputProps('srtp', { type: 'checkbox' })}
      />
      <NumberInput
        label={t('trunk.maxCalls')}
        description={t('trunk.maxCallsHint')}
        placeholder={t('rights.unlimited')}
        min={1}
        max={10_000}
        allowDecimal={false}
        hideControls
        w={{ base: '100%', xs: 260 }}
        {...form.getInputProps('maxCalls')}
      />
    </Stack>
  )
}
