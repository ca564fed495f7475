import { Anchor, Group, List, SimpleGrid, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CheckIcon, WarningIcon } from '#web/ui/icons.tsx'
import type { IpPhoneType } from '../../types.ts'

/** What an app can, what it cannot, where it runs and where it is had. */
export function AppFacts({ facts }: { facts: Pick<IpPhoneType, 'can' | 'cannot' | 'systems' | 'shops'> }) {
  const { t } = useTranslation()
  const { can, cannot, systems, shops } = facts
  return (
    <>
      <Text size="sm">
        {t('ipPhone.runsOn', { systems: systems.map((system) => t(`ipPhone.system.${system}`)).join(', ') })}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <div>
          <Text size="sm" fw={600}>
            {t('ipPhone.can')}
          </Text>
          <List size="sm" spacing={4} icon={<CheckIcon width={16} height={16} />}>
            {can.map((remark) => (
              <List.Item key={remark}>{t(`ipPhone.remark.${remark}`)}</List.Item>
            ))}
          </List>
        </div>
        <div>
          <Text size="sm" fw={600}>
            {t('ipPhone.cannot')}
          </Text>
          <List size="sm" spacing={4} icon={<WarningIcon width={16} height={16} />}>
            {cannot.map((remark) => (
              <List.Item key={remark}>{t(`ipPhone.remark.${remark}`)}</List.Item>
            ))}
          </List>
        </div>
      </SimpleGrid>
      {shops.length > 0 && (
        <Group gap="md">
          {shops.map(({ shop, url }) => (
            <Anchor key={shop} href={url} target="_blank" rel="noreferrer" size="sm">
              {t(`appPage.shop.${shop}`)}
            </Anchor>
          ))}
        </Group>
      )}
    </>
  )
}
