import { useTranslation } from 'react-i18next'

/** What people call a type of app; the one that stands for all others has a name in words. */
export function useAppName(): (type: { id: string; vendorName: string; name: string }) => string {
  const { t } = useTranslation()
  return ({ id, vendorName, name }) => {
    if (id === 'sip-app') return t('ipPhone.otherApp')
    return name === 'App' ? vendorName : `${vendorName} ${name}`
  }
}
