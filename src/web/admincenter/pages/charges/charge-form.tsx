import { Button, Group, NumberInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { typedAmount, typedAmountOf } from '#i18n/money.ts'
import { UndoIcon } from '#web/ui/icons.tsx'
import { queryClient } from '../../query-client.ts'
import type { ChargeLimit } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import { type ChargeSource, chargesQuery } from './charge-source.ts'

interface Values {
  monthLimit: string
  dayLimit: string
  threshold: number | string
  email: string
}

interface ChargeFormProps {
  source: ChargeSource
  charge: ChargeLimit
}

/** Sets the limits. An empty field is no limit. */
export function ChargeForm({ source, charge }: ChargeFormProps) {
  const { t } = useTranslation()
  const form = useForm<Values>({ initialValues: valuesOf(charge), validate: checks(t('topStop.amountInvalid')) })
  const save = useAction({
    run: (values: Values) => source.write(inputOf(values)),
    form,
    done: t('topStop.saved'),
    onDone: (changed) => queryClient.setQueryData(chargesQuery(source).queryKey, changed),
  })
  const money = {
    inputMode: 'decimal',
    autoComplete: 'off',
    placeholder: t('topStop.noLimit'),
    rightSection: charge.currency && (
      <Text size="sm" c="dimmed">
        {charge.currency}
      </Text>
    ),
    rightSectionWidth: 52,
  } as const
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label={t('topStop.monthLimit')}
            description={t('topStop.monthLimitHint')}
            {...money}
            {...form.getInputProps('monthLimit')}
          />
          <TextInput
            label={t('topStop.dayLimit')}
            description={t('topStop.dayLimitHint')}
            {...money}
            {...form.getInputProps('dayLimit')}
          />
        </SimpleGrid>
        <NumberInput
          label={t('topStop.threshold')}
          description={t('topStop.thresholdHint')}
          suffix=" %"
          min={1}
          max={100}
          allowDecimal={false}
          hideControls
          w={{ base: '100%', xs: 220 }}
          {...form.getInputProps('threshold')}
        />
        <TextInput
          type="email"
          label={t('topStop.email')}
          description={t('topStop.emailHint')}
          autoComplete="off"
          {...form.getInputProps('email')}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" leftSection={<UndoIcon />} disabled={!form.isDirty()} onClick={() => form.reset()}>
            {t('action.reset')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('action.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function valuesOf({ monthLimit, dayLimit, threshold, email }: ChargeLimit): Values {
  const typed = (amount: number | null) => (amount === null ? '' : typedAmount(amount))
  return { monthLimit: typed(monthLimit), dayLimit: typed(dayLimit), threshold, email }
}

function checks(fault: string) {
  const amount = (text: string) => (text.trim() === '' || typedAmountOf(text) !== null ? null : fault)
  return { monthLimit: amount, dayLimit: amount }
}

function inputOf({ monthLimit, dayLimit, threshold, email }: Values) {
  // An empty field is no number: the server says at the field what it expects.
  return {
    monthLimit: typedAmountOf(monthLimit),
    dayLimit: typedAmountOf(dayLimit),
    threshold: threshold === '' ? 0 : Number(threshold),
    email: email.trim(),
  }
}
