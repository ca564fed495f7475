import { Button, Group, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { DataList } from '#web/ui/data-list.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { Section } from '#web/ui/section.tsx'
import { useFormats } from '#web/ui/use-formats.ts'
import { answerOf, api } from '../../api.ts'
import type { Rate, Tariff } from '../../types.ts'
import { useAction } from '../../use-action.ts'

/** What a call to a number would cost now. */
export function RateLookUp({ tariff }: { tariff: Tariff }) {
  const { t } = useTranslation()
  const form = useForm({ initialValues: { number: '' } })
  const find = useAction({
    run: ({ number }: { number: string }) =>
      answerOf(
        api.GET('/api/tariffs/{tariffId}/rate', { params: { path: { tariffId: tariff.id }, query: { number } } }),
      ),
    form,
  })
  return (
    <Section title={t('rate.lookUp')}>
      <form noValidate onSubmit={form.onSubmit((values) => find.mutate(values))}>
        <Group align="flex-start" gap="xs">
          <TextInput
            type="tel"
            aria-label={t('rate.lookUpNumber')}
            placeholder="+41 79 555 01 01"
            autoComplete="off"
            style={{ flex: '1 1 12rem' }}
            maw={320}
            {...form.getInputProps('number')}
          />
          <Button type="submit" variant="default" loading={find.isPending}>
            {t('rate.find')}
          </Button>
        </Group>
      </form>
      <div role="status">
        {find.data &&
          (find.data.rate ? (
            <Found number={find.data.number} rate={find.data.rate} currency={tariff.currency} />
          ) : (
            <Notice kind="warning">{t('rate.noRate', { number: find.data.number })}</Notice>
          ))}
      </div>
    </Section>
  )
}

function Found({ number, rate, currency }: { number: string; rate: Rate; currency: string }) {
  const { t } = useTranslation()
  const { price } = useFormats()
  const { prefix, destination, pricePerMinute, connectionFee, firstIncrement, nextIncrement } = rate
  return (
    <DataList
      rows={[
        { label: t('calls.number'), value: number },
        { label: t('rate.destination'), value: `${destination} (+${prefix}) · ${t(`tariffClass.${rate.class}`)}` },
        { label: t('rate.perMinute'), value: price(pricePerMinute, currency) },
        { label: t('rate.fee'), value: price(connectionFee, currency) },
        {
          label: t('rate.steps'),
          value:
            nextIncrement === 0
              ? t('rate.stepOnce', { first: firstIncrement })
              : t('rate.stepsText', { first: firstIncrement, next: nextIncrement }),
        },
      ]}
    />
  )
}
