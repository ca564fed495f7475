import { Tabs } from '@mantine/core'
import { type ReactNode, useCallback } from 'react'
import { useLocation, useNavigate } from 'react-router'

export interface LinkTab {
  /** Last part of its address. */
  value: string
  label: string
}

interface LinkTabsProps {
  /** Address under which the tabs are. */
  base: string
  tabs: LinkTab[]
  label: string
  children: ReactNode
  /** Query that goes along from tab to tab. */
  search?: string
  variant?: 'default' | 'pills'
}

/** Tabs that are addresses: each can be linked to, and the browser's back button works. */
export function LinkTabs({ base, tabs, label, children, search = '', variant = 'default' }: LinkTabsProps) {
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const last = pathname.slice(base.length + 1).split('/')[0]
  // The bare address leads on to one of the tabs: until then the first one stands for it.
  const current = (tabs.find(({ value }) => value === last) ?? tabs[0])?.value ?? ''
  const open = useCallback(
    (value: string | null) => void navigate({ pathname: `${base}/${value}`, search }),
    [navigate, base, search],
  )
  return (
    <Tabs value={current} onChange={open} variant={variant} keepMounted={false} activateTabWithKeyboard={false}>
      <Tabs.List aria-label={label} mb="md">
        {tabs.map((tab) => (
          <Tabs.Tab key={tab.value} value={tab.value}>
            {tab.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={current} tabIndex={-1}>
        {children}
      </Tabs.Panel>
    </Tabs>
  )
}
