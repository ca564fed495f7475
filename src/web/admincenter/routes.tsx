import type { ComponentType } from 'react'
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router'
import { Shell } from './layout/shell.tsx'
import { SignedIn } from './layout/signed-in.tsx'
import { OwnIpPhone } from './pages/device/own-ip-phone.tsx'
import { OwnPhones } from './pages/device/own-phones.tsx'
import { OwnSettingsPage } from './pages/device/own-settings-page.tsx'
import { OwnSip } from './pages/device/own-sip.tsx'
import { ExtensionIpPhone } from './pages/extension/extension-ip-phone.tsx'
import { ExtensionPage } from './pages/extension/extension-page.tsx'
import { ExtensionPhones } from './pages/extension/extension-phones.tsx'
import { ExtensionSettings } from './pages/extension/extension-settings.tsx'
import { ExtensionSip } from './pages/extension/extension-sip.tsx'
import { ExtensionUsers } from './pages/extension/extension-users.tsx'
import { ExtensionsTab } from './pages/extension/extensions-tab.tsx'
import { LinesTab } from './pages/extension/lines-tab.tsx'
import { Home, NotFound, Only, PageFailure } from './pages/home.tsx'
import { AuditPage } from './pages/provider/audit-page.tsx'
import { CatalogModels } from './pages/provider/catalog-models.tsx'
import { CatalogPage, CatalogSettings } from './pages/provider/catalog-page.tsx'
import { InstallationGeneral, InstallationPage } from './pages/provider/installation-page.tsx'
import { ModelPage } from './pages/provider/model-page.tsx'
import { VendorPage } from './pages/provider/vendor-page.tsx'
import { OwnPassword } from './pages/session/own-password.tsx'
import { OwnSessions } from './pages/session/own-sessions.tsx'
import { SignInPage } from './pages/session/sign-in.tsx'
import { UsersTab } from './pages/user/users-tab.tsx'
import { OwnPhonebook, PhonebookTab } from './pages/vpbx/phonebook/phonebook-tab.tsx'
import { VpbxAudit } from './pages/vpbx/vpbx-audit.tsx'
import { VpbxListPage } from './pages/vpbx/vpbx-list-page.tsx'
import { VpbxModelPage } from './pages/vpbx/vpbx-model-page.tsx'
import { VpbxModels } from './pages/vpbx/vpbx-models.tsx'
import { VpbxPage } from './pages/vpbx/vpbx-page.tsx'
import { VpbxSettings } from './pages/vpbx/vpbx-settings.tsx'

/** A page that is loaded when it is first gone to, so that the first page of all stays small. */
function later<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  return async () => ({ Component: (await load())[name] })
}

const extension: RouteObject = {
  path: 'vpbxs/:vpbxId/extensions/:extensionId',
  element: <ExtensionPage />,
  children: [
    { index: true, element: <Navigate to="settings/phones" replace /> },
    {
      path: 'settings',
      element: <ExtensionSettings />,
      children: [
        { index: true, element: <Navigate to="phones" replace /> },
        { path: 'phones', element: <ExtensionPhones /> },
        { path: 'ip-phone', element: <ExtensionIpPhone /> },
        { path: 'numbers', element: <LinesTab /> },
        { path: 'sip', element: <ExtensionSip /> },
        { path: 'rights', lazy: later(() => import('./pages/rights/extension-rights.tsx'), 'ExtensionRights') },
        { path: 'charges', lazy: later(() => import('./pages/charges/extension-charges.tsx'), 'ExtensionCharges') },
        { path: 'calls', lazy: later(() => import('./pages/calls/extension-calls.tsx'), 'ExtensionCalls') },
      ],
    },
    { path: 'users', element: <ExtensionUsers /> },
  ],
}

const vpbx: RouteObject = {
  path: 'vpbxs/:vpbxId',
  element: <VpbxPage />,
  children: [
    { index: true, element: <Navigate to="extensions" replace /> },
    { path: 'extensions', element: <ExtensionsTab /> },
    { path: 'teams', lazy: later(() => import('./pages/team/teams-tab.tsx'), 'TeamsTab') },
    { path: 'calls', lazy: later(() => import('./pages/calls/vpbx-calls.tsx'), 'VpbxCalls') },
    { path: 'rights', lazy: later(() => import('./pages/rights/vpbx-rights.tsx'), 'VpbxRights') },
    { path: 'charges', lazy: later(() => import('./pages/charges/vpbx-charges.tsx'), 'VpbxCharges') },
    { path: 'users', element: <UsersTab /> },
    { path: 'phonebook', element: <PhonebookTab /> },
    { path: 'audit', element: <VpbxAudit /> },
    { path: 'models', element: <VpbxModels /> },
    { path: 'settings', element: <VpbxSettings /> },
  ],
}

const vpbxModel: RouteObject = { path: 'vpbxs/:vpbxId/models/:modelId', element: <VpbxModelPage /> }

const ownSettings: RouteObject = {
  path: 'settings',
  element: <OwnSettingsPage />,
  children: [
    { index: true, element: <Navigate to="phones" replace /> },
    { path: 'phones', element: <OwnPhones /> },
    { path: 'ip-phone', element: <OwnIpPhone /> },
    { path: 'sip', element: <OwnSip /> },
    { path: 'phonebook', element: <OwnPhonebook /> },
    { path: 'rights', lazy: later(() => import('./pages/rights/extension-rights.tsx'), 'OwnRights') },
    { path: 'charges', lazy: later(() => import('./pages/charges/extension-charges.tsx'), 'OwnCharges') },
    { path: 'calls', lazy: later(() => import('./pages/calls/extension-calls.tsx'), 'OwnCalls') },
  ],
}

const provider: RouteObject[] = [
  { path: 'vpbxs', element: <VpbxListPage /> },
  {
    path: 'catalog',
    element: <CatalogPage />,
    children: [
      { index: true, element: <Navigate to="models" replace /> },
      { path: 'models', element: <CatalogModels /> },
      { path: 'settings', element: <CatalogSettings /> },
    ],
  },
  { path: 'catalog/models/:modelId', element: <ModelPage /> },
  { path: 'catalog/makers/:vendorId', element: <VendorPage /> },
  {
    path: 'calls',
    lazy: later(() => import('./pages/calls/calls-page.tsx'), 'CallsPage'),
    children: [
      { index: true, element: <Navigate to="now" replace /> },
      { path: 'now', lazy: later(() => import('./pages/calls/calls-page.tsx'), 'CallsNow') },
      { path: 'history', lazy: later(() => import('./pages/calls/calls-page.tsx'), 'CallsBefore') },
    ],
  },
  { path: 'trunks', lazy: later(() => import('./pages/trunk/trunks-page.tsx'), 'TrunksPage') },
  { path: 'tariffs', lazy: later(() => import('./pages/tariff/tariffs-page.tsx'), 'TariffsPage') },
  { path: 'tariffs/:tariffId', lazy: later(() => import('./pages/tariff/tariff-page.tsx'), 'TariffPage') },
  {
    path: 'installation',
    element: <InstallationPage />,
    children: [
      { index: true, element: <Navigate to="general" replace /> },
      { path: 'general', element: <InstallationGeneral /> },
      { path: 'mail', lazy: later(() => import('./pages/mail/mail-server.tsx'), 'MailServer') },
    ],
  },
  { path: 'audit', element: <AuditPage /> },
]

export const router = createBrowserRouter([
  {
    errorElement: <PageFailure />,
    // The first page of a visit may be one that is loaded later: until then the window stays empty.
    hydrateFallbackElement: <></>,
    children: [
      { path: 'sign-in', element: <SignInPage /> },
      {
        element: <SignedIn />,
        children: [
          {
            element: <Shell />,
            errorElement: <PageFailure />,
            children: [
              { index: true, element: <Home /> },
              { path: 'account/password', element: <OwnPassword /> },
              { path: 'account/sessions', element: <OwnSessions /> },
              { element: <Only roles={['provider']} />, children: provider },
              { element: <Only roles={['provider', 'administrator']} />, children: [vpbx, vpbxModel, extension] },
              { element: <Only roles={['user']} />, children: [ownSettings] },
              { path: '*', element: <NotFound /> },
            ],
          },
        ],
      },
    ],
  },
])
