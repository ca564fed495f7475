import {
  ActionIcon,
  Alert,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  type MantineColorsTuple,
  type MantineThemeOverride,
  Menu,
  Modal,
  MultiSelect,
  Notification,
  PasswordInput,
  Select,
  Skeleton,
  Table,
} from '@mantine/core'

const petrol: MantineColorsTuple = [
  '#eef8f9',
  '#d8eef0',
  '#b0dce1',
  '#84c9d1',
  '#5fb9c3',
  '#47afba',
  '#3a9aa5',
  '#24828d',
  '#16707b',
  '#0a5a64',
]

// The header of a dialog would count as a second banner of the page.
const plainHeader = { header: { role: 'none' } }

// The list of a choice scrolls by itself: a frame around it could not be reached by keyboard.
const ownScrolling = { withScrollArea: false }
const scrollingList = { options: { maxHeight: 300, overflowY: 'auto' as const } }

interface Labels {
  close: string
  showPassword: string
}

/** The look of every page. Shade 8 keeps white text above 4.5:1 on filled parts in both colour schemes. */
export function createAppTheme(labels: Labels): MantineThemeOverride {
  const closeButtonProps = { 'aria-label': labels.close }
  return createTheme({
    primaryColor: 'petrol',
    primaryShade: { light: 8, dark: 8 },
    autoContrast: true,
    respectReducedMotion: true,
    colors: { petrol },
    defaultRadius: 'md',
    cursorType: 'pointer',
    fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
    fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    components: {
      Modal: Modal.extend({
        defaultProps: { closeButtonProps, attributes: plainHeader },
        styles: { title: { fontWeight: 700 } },
      }),
      Drawer: Drawer.extend({ defaultProps: { closeButtonProps, attributes: plainHeader } }),
      Menu: Menu.extend({ defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } }),
      Select: Select.extend({ defaultProps: ownScrolling, styles: scrollingList }),
      MultiSelect: MultiSelect.extend({ defaultProps: ownScrolling, styles: scrollingList }),
      Notification: Notification.extend({ defaultProps: { closeButtonProps } }),
      Alert: Alert.extend({ defaultProps: { closeButtonLabel: labels.close } }),
      PasswordInput: PasswordInput.extend({
        defaultProps: { visibilityToggleButtonProps: { 'aria-label': labels.showPassword } },
      }),
      ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle' } }),
      Skeleton: Skeleton.extend({ defaultProps: { 'aria-hidden': true } }),
      Table: Table.extend({ defaultProps: { verticalSpacing: 'xs', highlightOnHover: true } }),
    },
  })
}

/** Mantine's quiet greys and reds stay below the contrast that WCAG 2.2 AA asks for; these do not. */
export const accessibleColors: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': '#5f6871',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--mantine-color-disabled-color': 'var(--mantine-color-gray-7)',
    '--mantine-color-yellow-light-color': '#7a4100',
    '--mantine-color-green-light-color': '#1b6429',
    '--mantine-color-red-light-color': '#a51d1d',
  },
  dark: {
    '--mantine-color-dimmed': '#b4b8bd',
    '--mantine-color-placeholder': '#9ba1a8',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--mantine-color-disabled-color': 'var(--mantine-color-dark-1)',
  },
})
