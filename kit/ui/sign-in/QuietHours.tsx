import { Button, Text } from '@mantine/core'
import { z } from 'zod'
import { timeOfDay } from '../../contract/people.ts'
import { settingsWords } from '../../words/settings.ts'
import { useWords } from '../../words/use-words.ts'
import { useKeepSettings } from '../app/KeptSettings.tsx'
import { useMe } from '../app/me.ts'
import { Form } from '../form/Form.tsx'
import { TextField } from '../form/fields.tsx'
import { useContractForm } from '../form/use-contract-form.ts'
import { useToast } from '../parts/use-toast.tsx'

const hours = z.object({ from: timeOfDay, to: timeOfDay })

/** When mails that can wait do wait. */
export function QuietHours() {
  const { quietHours } = useMe()
  // What was saved elsewhere is begun from anew.
  return <QuietHoursForm key={JSON.stringify(quietHours)} />
}

function QuietHoursForm() {
  const t = useWords(settingsWords)
  const { quietHours } = useMe()
  const keep = useKeepSettings()
  const toast = useToast()
  const form = useContractForm(hours, quietHours ?? { from: '22:00', to: '07:00' })
  const save = async (next: z.infer<typeof hours> | null) => {
    if (await keep({ quietHours: next })) toast.done(t('quietSaved'))
  }
  return (
    <Form
      form={form}
      submit={t('quietSave')}
      onSubmit={save}
      beside={
        quietHours && (
          <Button variant="subtle" color="gray" onClick={() => void save(null)}>
            {t('quietOff')}
          </Button>
        )
      }
    >
      <Text>{t('quietHelp')}</Text>
      <Text fw={700}>{quietHours ? t('quietFromTo', quietHours) : t('quietNone')}</Text>
      <TextField name="from" label={t('quietFrom')} type="time" w="10rem" />
      <TextField name="to" label={t('quietTo')} type="time" w="10rem" />
    </Form>
  )
}
