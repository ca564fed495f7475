import {
  ActionIcon,
  Alert,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  type MantineColorsTuple,
  type MantineThemeOverride,
  Modal,
  PasswordInput,
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
      Modal: Modal.extend({ defaultProps: { closeButtonProps, centered: true } }),
      Drawer: Drawer.extend({ defaultProps: { closeButtonProps } }),
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
  },
  dark: {
    '--mantine-color-dimmed': '#b4b8bd',
    '--mantine-color-placeholder': '#9ba1a8',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--mantine-color-disabled-color': 'var(--mantine-color-dark-1)',
  },
})
