import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { TariffClass } from '#domain/tariff-class.ts'
import { DataList } from '#web/ui/data-list.tsx'
import { Section } from '#web/ui/section.tsx'
import { accountRightsQuery, lineRightsQuery } from '../../call-queries.ts'
import { QueryView } from '../../query-view.tsx'
import type { LineContext } from '../../types.ts'
import { ClosedAbove } from './line-rights.tsx'

/** What the own line may, for a user to read. */
export function RightsRead({ line }: { line: LineContext }) {
  const { t } = useTranslation()
  const ofLine = useQuery(lineRightsQuery(line.id))
  const ofAccount = useQuery(accountRightsQuery(line.extension.id))
  return (
    <Section title={t('rights.ofLine', { number: line.number })} hint={t('rights.readOnly')} maxWidth={720}>
      <QueryView query={ofLine}>
        {(rights) => (
          <>
            <ClosedAbove rights={rights} />
            <DataList
              rows={[
                { label: t('rights.publicCalls'), value: t(rights.blockedAt ? 'rights.blocked' : 'rights.open') },
                {
                  label: t('rights.barred'),
                  value: barredText(t, [...rights.barred, ...(ofAccount.data?.barred ?? [])]),
                },
                {
                  label: t('rights.shownNumber'),
                  value: rights.withheld ? t('rights.isWithheld') : (rights.effectiveNumber ?? '–'),
                },
                { label: t('rights.emergencyNumber'), value: rights.emergencyNumber ?? rights.effectiveNumber ?? '–' },
                { label: t('rights.emergencyLocation'), value: rights.emergencyLocation || '–' },
              ]}
            />
          </>
        )}
      </QueryView>
    </Section>
  )
}

function barredText(t: TFunction, barred: TariffClass[]): string {
  return [...new Set(barred)].map((one) => t(`tariffClass.${one}`)).join(', ') || t('rights.nothingBarred')
}
