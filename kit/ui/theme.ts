import { colorsTuple, createTheme } from '@mantine/core'

/** Mantine's view of `tokens.css`. The colours themselves stand there; here are names, sizes and habits of the parts. */
export const theme = createTheme({
  primaryColor: 'accent',
  // Shades are only names here: filled, light and outline come from tokens.css in both schemes.
  colors: { accent: colorsTuple('var(--ts-accent)') },
  fontFamily: 'var(--mantine-font-family)',
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'md' } },
    ActionIcon: { defaultProps: { size: 44, variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md', autosize: true, minRows: 3 } },
    Select: { defaultProps: { size: 'md', checkIconPosition: 'right' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    MultiSelect: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    Switch: { defaultProps: { size: 'md' } },
    SegmentedControl: { defaultProps: { size: 'md' } },
    // A dialog's `<header>` would count as a second banner of the page.
    Drawer: { defaultProps: { padding: 'lg', attributes: { header: { role: 'presentation' } } } },
    Modal: {
      defaultProps: {
        attributes: { header: { role: 'presentation' } },
        centered: true,
        padding: 'lg',
        radius: 'lg',
        transitionProps: { duration: 120 },
      },
    },
    // The placeholder that would take the keyboard first is no child a menu may have.
    Menu: {
      defaultProps: {
        withInitialFocusPlaceholder: false,
        shadow: 'md',
        radius: 'md',
        transitionProps: { duration: 80 },
      },
    },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
    Anchor: { defaultProps: { underline: 'always' } },
  },
})
