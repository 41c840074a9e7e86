import { Radio, Stack } from '@mantine/core'
import { colourScheme, motion, textSize, timeFactor } from '../../contract/values.ts'
import { settingsWords } from '../../words/settings.ts'
import { shell } from '../../words/shell.ts'
import { useWords } from '../../words/use-words.ts'
import { useKeepSettings } from '../app/KeptSettings.tsx'
import { useMe } from '../app/me.ts'

const schemeWords = { auto: 'schemeAuto', light: 'schemeLight', dark: 'schemeDark' } as const

/** Colours, larger text, less movement, more time: each holds at once, and on every other device. */
export function EaseSettings() {
  const t = useWords(settingsWords)
  const frame = useWords(shell)
  const me = useMe()
  const keep = useKeepSettings()
  return (
    <Stack gap="xl">
      <Choice
        label={frame('scheme')}
        value={me.colourScheme}
        choices={colourScheme.options.map((value) => ({ value, label: frame(schemeWords[value]) }))}
        onChoose={(value) => keep({ colourScheme: value })}
      />
      <Choice
        label={t('textSize')}
        value={me.textSize}
        choices={textSize.options.map((value) => ({ value, label: t(value) }))}
        onChoose={(value) => keep({ textSize: value })}
      />
      <Choice
        label={t('lessMotion')}
        value={me.motion}
        choices={motion.options.map((value) => ({ value, label: t(value) }))}
        onChoose={(value) => keep({ motion: value })}
      />
      <Choice
        label={t('time')}
        help={t('timeHelp')}
        value={me.timeFactor}
        choices={timeFactor.options.map((value) => ({
          value,
          label: t(value),
          ...(value === 'none' && { help: t('noneHelp') }),
        }))}
        onChoose={(value) => keep({ timeFactor: value })}
      />
    </Stack>
  )
}

interface ChoiceProps<V extends string> {
  label: string
  help?: string
  value: V
  choices: readonly { value: V; label: string; help?: string }[]
  onChoose: (value: V) => void
}

function Choice<V extends string>({ label, help, value, choices, onChoose }: ChoiceProps<V>) {
  return (
    <Radio.Group label={label} description={help} value={value} onChange={onChoose}>
      <Stack gap="xs" mt="xs">
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} label={choice.label} description={choice.help} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
