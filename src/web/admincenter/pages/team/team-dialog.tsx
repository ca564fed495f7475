import { Modal, NumberInput, Radio, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { FormBody } from '#web/ui/form-dialog.tsx'
import { answerOf, api } from '../../api.ts'
import type { Team } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import { MembersField } from './members-field.tsx'

interface TeamFormProps {
  vpbxId: string
  /** Null: a new one. */
  team: Team | null
  onClose: () => void
}

/** Creates or changes a team. */
export function TeamDialog({ opened, ...form }: TeamFormProps & { opened: boolean }) {
  const { t } = useTranslation()
  const title = form.team ? t('team.editTitle', { name: form.team.name }) : t('team.create')
  return (
    <Modal opened={opened} onClose={form.onClose} title={title} size="lg">
      <TeamForm {...form} />
    </Modal>
  )
}

function valuesOf(team: Team | null) {
  return {
    number: team?.number ?? '',
    name: team?.name ?? '',
    strategy: team?.strategy ?? ('all' as const),
    ringSeconds: team?.ringSeconds ?? 20,
    extensionIds: team?.members.map(({ id }) => id) ?? [],
  }
}

type Values = ReturnType<typeof valuesOf>

function TeamForm({ vpbxId, team, onClose }: TeamFormProps) {
  const { t } = useTranslation()
  const form = useForm<Values>({ initialValues: valuesOf(team) })
  const save = useAction({
    run: (values: Values) => {
      const body = { ...values, ringSeconds: Number(values.ringSeconds) }
      return team
        ? answerOf(api.PATCH('/api/teams/{teamId}', { params: { path: { teamId: team.id } }, body }))
        : answerOf(api.POST('/api/vpbxs/{vpbxId}/teams', { params: { path: { vpbxId } }, body }))
    },
    form,
    done: team ? t('action.saved') : t('team.created'),
    onDone: onClose,
  })
  const { strategy, extensionIds } = form.getValues()
  return (
    <FormBody
      onClose={onClose}
      submitLabel={team ? t('action.save') : t('action.create')}
      busy={save.isPending}
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <TextInput
        label={t('team.name')}
        description={t('team.nameHint')}
        required
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('name')}
      />
      <TextInput
        label={t('team.number')}
        description={t('extension.numberHint')}
        required
        autoComplete="off"
        inputMode="numeric"
        w={{ base: '100%', xs: 260 }}
        {...form.getInputProps('number')}
      />
      <MembersField
        vpbxId={vpbxId}
        value={extensionIds}
        error={form.getInputProps('extensionIds').error}
        onChange={(ids) => form.setFieldValue('extensionIds', ids)}
      />
      <Radio.Group label={t('team.strategy')} {...form.getInputProps('strategy')}>
        <Stack gap="xs" mt="xs">
          <Radio value="all" label={t('team.all')} description={t('team.allHint')} />
          <Radio value="turn" label={t('team.turn')} description={t('team.turnHint')} />
        </Stack>
      </Radio.Group>
      <NumberInput
        label={t(strategy === 'turn' ? 'team.ringSecondsEach' : 'team.ringSeconds')}
        description={t('team.ringSecondsHint')}
        min={5}
        max={120}
        allowDecimal={false}
        clampBehavior="none"
        suffix=" s"
        w={{ base: '100%', xs: 260 }}
        {...form.getInputProps('ringSeconds')}
      />
    </FormBody>
  )
}
