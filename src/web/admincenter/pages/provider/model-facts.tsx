import { Anchor, Stack, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { DataList } from '#web/ui/data-list.tsx'
import type { ModelDetails } from '../../types.ts'
import classes from './model-facts.module.css'

/** What the catalog knows of a model. What it cannot is said too. */
export function ModelFacts({ model }: { model: ModelDetails }) {
  const { t } = useTranslation()
  return (
    <Stack className={classes.facts} gap="sm">
      <DataList rows={rowsOf(model, t)} />
      <details>
        <summary>
          <Anchor component="span" size="sm">
            {t('model.sources')}
          </Anchor>
        </summary>
        {model.sources.map((source) => (
          <Text key={source} size="xs" c="dimmed" lang="en">
            {source}
          </Text>
        ))}
      </details>
    </Stack>
  )
}

function rowsOf(model: ModelDetails, t: TFunction) {
  const yes = (value: boolean) => t(value ? 'settings.yes' : 'settings.no')
  const { passwords, webLogin, handsets, keys } = model
  const lengths = [passwords.admin, passwords.user].filter((length) => length !== null)
  return [
    { label: t('model.lines'), value: handsets ? t('model.handsetCount', { count: handsets.max }) : model.lineSlots },
    ...(handsets ? [{ label: t('model.handsets'), value: handsets.names.join(', ') }] : []),
    ...(model.bases.length > 0 ? [{ label: t('model.bases'), value: model.bases.join(', ') }] : []),
    {
      label: t('model.keys'),
      value: keys ? t('model.keyCount', { count: keys.count, perPage: keys.perPage }) : t('model.none'),
    },
    ...(model.keyTypes.length > 0
      ? [{ label: t('model.functions'), value: model.keyTypes.map((type) => t(`keys.function.${type}`)).join(', ') }]
      : []),
    {
      label: t('model.modules'),
      value:
        model.modules.length > 0
          ? `${model.modules.map(({ name }) => name).join(', ')} (× ${model.moduleMax})`
          : t('model.none'),
    },
    ...(model.fax ? [{ label: t('model.fax'), value: t(`model.faxBy.${model.fax}`) }] : []),
    { label: t('model.phonebook'), value: yes(model.phonebook) },
    { label: t('model.passwordLength'), value: lengths.length > 0 ? lengths.join(' / ') : t('model.none') },
    ...(webLogin
      ? [{ label: t('model.webLogin'), value: `${webLogin.user} / ${webLogin.password ?? t('model.noPassword')}` }]
      : []),
    { label: t('model.restart'), value: yes(model.restart) },
    { label: t('model.resync'), value: yes(model.resync) },
    { label: t('model.transport'), value: `${model.transport.toUpperCase()}${model.srtp ? ' · SRTP' : ''}` },
    { label: t('model.tls'), value: model.tlsVersions.join(', ') || t('model.none') },
    { label: t('model.trust'), value: t(`model.trustBy.${model.trust}`) },
    ...(model.app && model.app.delivery !== 'link'
      ? []
      : [{ label: t('model.takes'), value: t(`model.takesBy.${model.takes}`) }]),
    { label: t('model.redirectService'), value: model.redirectService ?? t('model.none') },
  ]
}
