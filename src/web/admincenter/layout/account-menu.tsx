import { Button, Menu, Text, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { type Language, languages } from '#domain/language.ts'
import { MoonIcon, SunIcon, UserIcon } from '#web/ui/icons.tsx'
import { answerOf, api } from '../api.ts'
import { isLanguage, languageNames, speak } from '../i18n.ts'
import { sessionQuery } from '../queries.ts'
import { queryClient } from '../query-client.ts'
import { useSession } from '../session.tsx'
import { useAction } from '../use-action.ts'

/** What concerns the person who is signed in. */
export function AccountMenu() {
  const { t } = useTranslation()
  const { user } = useSession()
  const name = user.displayName || user.login
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button variant="default" leftSection={<UserIcon />} aria-label={t('account.menu', { name })} maw={220}>
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {user.login} · {t(`role.${user.role}`)}
        </Menu.Label>
        <Menu.Item component={Link} to="/account/password">
          {t('account.password')}
        </Menu.Item>
        <Menu.Item component={Link} to="/account/sessions">
          {t('account.sessions')}
        </Menu.Item>
        <Menu.Divider />
        <LanguageItems />
        <Menu.Divider />
        <ColorSchemeItem />
        <Menu.Divider />
        <SignOutItem />
      </Menu.Dropdown>
    </Menu>
  )
}

function LanguageItems() {
  const { t } = useTranslation()
  const { user } = useSession()
  const change = useAction<Language>({
    run: async (language) => {
      await answerOf(api.PATCH('/api/session/settings', { body: { language } }))
      await speak(language)
      queryClient.setQueryData(sessionQuery.queryKey, (session) =>
        session ? { ...session, user: { ...session.user, language } } : session,
      )
    },
  })
  return (
    <>
      <Menu.Label>{t('account.language')}</Menu.Label>
      <Menu.RadioGroup value={user.language} onChange={(value) => isLanguage(value) && change.mutate(value)}>
        {languages.map((language) => (
          <Menu.RadioItem key={language} value={language} lang={language} closeMenuOnClick={false}>
            {languageNames[language]}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  )
}

function ColorSchemeItem() {
  const { t } = useTranslation()
  const { setColorScheme } = useMantineColorScheme()
  const dark = useComputedColorScheme('light') === 'dark'
  return (
    <Menu.Item
      leftSection={dark ? <SunIcon /> : <MoonIcon />}
      closeMenuOnClick={false}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? t('account.light') : t('account.dark')}
    </Menu.Item>
  )
}

function SignOutItem() {
  const { t } = useTranslation()
  const { announce } = useSession()
  const navigate = useNavigate()
  const signOut = useAction({
    run: () => answerOf(api.DELETE('/api/session')),
    onDone: () => {
      announce()
      void navigate('/sign-in', { replace: true })
      queryClient.clear()
      queryClient.setQueryData(sessionQuery.queryKey, null)
    },
  })
  return (
    <Menu.Item onClick={() => signOut.mutate()}>
      <Text size="sm">{t('account.signOut')}</Text>
    </Menu.Item>
  )
}
