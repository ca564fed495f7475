import { Checkbox, SimpleGrid } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type TariffClass, tariffClasses } from '#domain/tariff-class.ts'

interface BarredClassesProps {
  value: TariffClass[]
  onChange: (barred: TariffClass[]) => void
  error?: string
}

/** Kinds of destination that may not be called. */
export function BarredClasses({ value, onChange, error }: BarredClassesProps) {
  const { t } = useTranslation()
  return (
    <Checkbox.Group
      label={t('rights.barred')}
      description={t('rights.barredHint')}
      value={value}
      onChange={(chosen) => onChange(tariffClasses.filter((one) => chosen.includes(one)))}
      {...(error && { error })}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
        {tariffClasses.map((one) => (
          <Checkbox key={one} value={one} label={t(`tariffClass.${one}`)} description={t(`tariffClassHint.${one}`)} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  )
}
