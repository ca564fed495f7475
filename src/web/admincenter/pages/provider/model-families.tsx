import { Accordion, Anchor, Badge, Group, Stack, Switch, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { SearchInput, useListFilter } from '#web/ui/list-filter.tsx'
import { EmptyState } from '#web/ui/notice.tsx'
import { DeviceDrawing } from '../../drawing/device-drawing.tsx'
import type { Model } from '../../types.ts'
import classes from './catalog.module.css'

interface FamiliesProps {
  models: Model[]
  linkTo: (modelId: string) => string
  /** Where the settings of a maker are; absent: who looks has none to set. */
  vendorLinkTo?: (vendorId: string) => string
  /** Absent: who looks may not change what is offered. */
  onOffer?: (model: Pick<Model, 'id' | 'available'>) => void
}

/** Makers, and in each the models that look alike under one drawing. */
export function ModelFamilies({ models, linkTo, vendorLinkTo, onOffer }: FamiliesProps) {
  const { t } = useTranslation()
  const list = useListFilter(models, ({ vendorName, name }) => `${vendorName} ${name}`, Number.POSITIVE_INFINITY)
  const makers = [...Map.groupBy(list.shown, ({ vendorName }) => vendorName)].sort(([a], [b]) => a.localeCompare(b))
  const searching = list.search.trim() !== ''
  return (
    <Stack>
      <Group>
        <SearchInput value={list.search} onChange={list.setSearch} />
        <Text size="sm" c="dimmed" aria-live="polite">
          {t('catalog.count', { count: list.shown.length })}
        </Text>
      </Group>
      {makers.length === 0 && <EmptyState title={t('list.nothingFound')}>{t('list.nothingFoundHint')}</EmptyState>}
      <Accordion
        multiple
        variant="separated"
        key={searching ? list.search : ''}
        defaultValue={searching ? makers.map(([maker]) => maker) : []}
      >
        {makers.map(([maker, ofMaker]) => (
          <Accordion.Item key={maker} value={maker}>
            <Accordion.Control>
              <Group gap="sm">
                <Text fw={600}>{maker}</Text>
                <Badge variant="light" color="gray">
                  {ofMaker.length}
                </Badge>
                {ofMaker.some(({ available }) => !available) && (
                  <Badge variant="light" color="orange">
                    {t('catalog.off', { count: ofMaker.filter(({ available }) => !available).length })}
                  </Badge>
                )}
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              {vendorLinkTo && ofMaker[0] && (
                <Anchor component={Link} to={vendorLinkTo(ofMaker[0].vendor)} size="sm" display="block" mb="md">
                  {t('settings.ofVendor', { vendor: maker })}
                </Anchor>
              )}
              <Maker models={ofMaker} linkTo={linkTo} {...(onOffer && { onOffer })} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  )
}

function Maker({ models, linkTo, onOffer }: Omit<FamiliesProps, 'vendorLinkTo'>) {
  const families = [...Map.groupBy(models, looksOf)]
  return (
    <ul className={classes.families}>
      {families.map(([looks, members]) => (
        <Family key={looks} members={members} linkTo={linkTo} {...(onOffer && { onOffer })} />
      ))}
    </ul>
  )
}

function Family({ members, linkTo, onOffer }: { members: Model[] } & Omit<FamiliesProps, 'models' | 'vendorLinkTo'>) {
  const { t } = useTranslation()
  const [first] = members
  if (!first) return null
  return (
    <li className={classes.family}>
      <div className={classes.picture}>
        <DeviceDrawing device={first} title={members.map(({ name }) => name).join(', ')} />
      </div>
      <ul className={classes.models}>
        {members.map((model) => (
          <li key={model.id} className={classes.model}>
            <div>
              <Anchor component={Link} to={linkTo(model.id)} fw={500}>
                {model.name}
              </Anchor>
              <Text size="xs" c="dimmed">
                {t(`kind.${model.kind}`)}
                {model.lineSlots > 0 && ` · ${t('catalog.lines', { count: model.lineSlots })}`}
                {model.keyCount > 0 && ` · ${t('catalog.keys', { count: model.keyCount })}`}
              </Text>
            </div>
            {onOffer && (
              <Switch
                aria-label={t('catalog.offer', { model: `${model.vendorName} ${model.name}` })}
                checked={model.available}
                onChange={(event) => onOffer({ id: model.id, available: event.currentTarget.checked })}
              />
            )}
          </li>
        ))}
      </ul>
    </li>
  )
}

/** Models of one kind with the same screen and keys look alike. */
function looksOf({ kind, screen, keys, lineSlots }: Model): string {
  return [kind, screen, keys?.layout, keys?.perPage, kind === 'gateway' ? lineSlots : ''].join(' ')
}
