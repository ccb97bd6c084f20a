import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

const bien: MantineColorsTuple = [
  '#EDF6FB',
  '#D3E8F3',
  '#A9D0E6',
  '#7BB6D8',
  '#539FCC',
  '#2F92CA',
  '#1A75AA',
  '#0B5B8C',
  '#094A72',
  '#06324E',
]
const nang: MantineColorsTuple = [
  '#FFF9EC',
  '#FFF3D9',
  '#FFE3AE',
  '#FFD27E',
  '#FFC149',
  '#FFB01B',
  '#D98F00',
  '#A66C00',
  '#704900',
  '#3A2500',
]
const red: MantineColorsTuple = [
  '#FDECEA',
  '#F9D3D0',
  '#F0A9A4',
  '#E57D76',
  '#DA554C',
  '#C93A31',
  '#BE2E26',
  '#B3261E',
  '#7A120C',
  '#4F0A06',
]

export const theme = createTheme({
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '650' },
  colors: { bien, nang, red },
  primaryColor: 'bien',
  primaryShade: 7,
  black: '#16222C',
  defaultRadius: 8,
  focusRing: 'auto',
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md' } },
    MultiSelect: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    ActionIcon: { defaultProps: { size: 44, variant: 'subtle' } },
    Paper: { defaultProps: { shadow: 'none' } },
    // A list that opens stands for one frame where it is not yet measured. Absolute, it would widen the page on the
    // phone for that frame; the page then jumps and the list, its field out of sight, hides itself.
    Popover: { defaultProps: { floatingStrategy: 'fixed' } },
  },
})

/** The tokens that Mantine leaves under AA, set once (6-web.md 5.6). */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#FFFFFF',
    '--mantine-color-text': '#16222C',
    '--mantine-color-dimmed': '#51606D',
    '--mantine-color-error': '#B3261E',
    '--mantine-color-placeholder': '#5F6C78',
    '--mantine-color-default-border': '#DBE2E8',
    '--mantine-color-anchor': '#0B5B8C',
  },
  dark: {},
})
