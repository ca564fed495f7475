import { Anchor, Badge, Button, Group, Stack, Table, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { FormDialog } from '#web/ui/form-dialog.tsx'
import { PlusIcon } from '#web/ui/icons.tsx'
import { EmptyState } from '#web/ui/notice.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { ScrollTable } from '#web/ui/scroll-table.tsx'
import { useFormats } from '#web/ui/use-formats.ts'
import { answerOf, api } from '../../api.ts'
import { tariffsQuery } from '../../call-queries.ts'
import { QueryView } from '../../query-view.tsx'
import type { Tariff } from '../../types.ts'
import { useAction } from '../../use-action.ts'

/** The provider's tariffs: what calls cost. */
export function TariffsPage() {
  const { t } = useTranslation()
  const query = useQuery(tariffsQuery)
  const [creating, { open, close }] = useDisclosure(false)
  return (
    <Stack>
      <PageHeader
        title={t('tariff.title')}
        subtitle={t('tariff.hint')}
        actions={
          <Button leftSection={<PlusIcon />} onClick={open}>
            {t('tariff.create')}
          </Button>
        }
      />
      <QueryView query={query}>
        {(tariffs) =>
          tariffs.length === 0 ? (
            <EmptyState title={t('tariff.none')}>{t('tariff.noneHint')}</EmptyState>
          ) : (
            <TariffTable tariffs={tariffs} />
          )
        }
      </QueryView>
      <CreateTariffDialog opened={creating} onClose={close} />
    </Stack>
  )
}

function TariffTable({ tariffs }: { tariffs: Tariff[] }) {
  const { t } = useTranslation()
  const { count } = useFormats()
  return (
    <ScrollTable
      label={t('tariff.title')}
      minWidth={340}
      head={[t('tariff.name'), t('tariff.currency'), t('tariff.rates'), t('vpbx.list')]}
    >
      {tariffs.map(({ id, name, currency, isDefault, rateCount, vpbxCount }) => (
        <Table.Tr key={id}>
          <Table.Td style={{ overflowWrap: 'anywhere' }}>
            <Group gap="xs">
              <Anchor component={Link} to={`/tariffs/${id}`}>
                {name}
              </Anchor>
              {isDefault && (
                <Badge variant="light" color="petrol">
                  {t('tariff.default')}
                </Badge>
              )}
            </Group>
          </Table.Td>
          <Table.Td>{currency}</Table.Td>
          <Table.Td>{count(rateCount)}</Table.Td>
          <Table.Td>{count(vpbxCount)}</Table.Td>
        </Table.Tr>
      ))}
    </ScrollTable>
  )
}

function CreateTariffDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const form = useForm({ initialValues: { name: '', currency: 'CHF' } })
  const create = useAction({
    run: ({ name, currency }: { name: string; currency: string }) =>
      answerOf(api.POST('/api/tariffs', { body: { name, currency: currency.trim().toUpperCase() } })),
    form,
    done: t('tariff.created'),
    onDone: ({ id }) => {
      close()
      void navigate(`/tariffs/${id}`)
    },
  })
  const close = (): void => {
    form.reset()
    onClose()
  }
  return (
    <FormDialog
      opened={opened}
      onClose={close}
      title={t('tariff.create')}
      submitLabel={t('action.create')}
      busy={create.isPending}
      onSubmit={form.onSubmit((values) => create.mutate(values))}
    >
      <TextInput label={t('tariff.name')} required autoComplete="off" data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label={t('tariff.currency')}
        description={t('tariff.currencyHint')}
        required
        maxLength={3}
        autoComplete="off"
        w={{ base: '100%', xs: 220 }}
        {...form.getInputProps('currency')}
      />
      <Text size="sm" c="dimmed">
        {t('tariff.createHint')}
      </Text>
    </FormDialog>
  )
}
