import { Checkbox, Stack } from '@mantine/core'
import { type ApiScope, apiScopeNames, makeApiKey } from '@tsumugi/kit/contract/access.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { SelectField, TextField } from '@tsumugi/kit/ui/form/fields.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { accessWords } from '@tsumugi/kit/words/access.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import { z } from 'zod'
import { ShownOnce } from './ShownOnce.tsx'

interface Made {
  key: string
  expiresAt: string
}

// A select gives its choice as text.
const fields = makeApiKey.body?.omit({ scopes: true }).extend({ days: z.coerce.number<string>() })

/** Asks what the key is for and until when, then shows it, once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(accessWords)
  const { day } = useFormats()
  const [made, setMade] = useState<Made | null>(null)
  return (
    <Dialog isOpen onClose={onClose} title={made ? t('keyReady') : t('newKey')} mustChoose={made !== null}>
      {made ? (
        <ShownOnce
          help={t('keyReadyHelp', { day: day(made.expiresAt) })}
          label={t('key')}
          secret={made.key}
          onDone={onClose}
        />
      ) : (
        <KeyForm onMade={setMade} />
      )}
    </Dialog>
  )
}

function KeyForm({ onMade }: { onMade: (made: Made) => void }) {
  const t = useWords(accessWords)
  const [scopes, setScopes] = useState<ApiScope[]>(['orders.read'])
  const [isTried, setTried] = useState(false)
  const make = useChange(makeApiKey, { topics: ['api_key'] })
  const form = useContractForm(fields, { name: '', days: '90' })
  return (
    <Form
      form={form}
      submit={t('make')}
      onSubmit={async (values) => {
        setTried(true)
        if (scopes.length > 0) onMade(await make.mutateAsync({ body: { ...values, scopes } }))
      }}
    >
      <TextField
        name="name"
        label={t('name')}
        description={t('nameHelp')}
        maxLength={60}
        autoComplete="off"
        data-autofocus
      />
      <Checkbox.Group
        label={t('scopes')}
        value={scopes}
        onChange={(chosen) => setScopes(apiScopeNames.filter((scope) => chosen.includes(scope)))}
        error={isTried && scopes.length === 0 ? t('chooseScope') : null}
      >
        <Stack gap="xs" mt="xs">
          {apiScopeNames.map((scope) => (
            <Checkbox key={scope} value={scope} label={t(scope)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <SelectField
        name="days"
        label={t('until')}
        data={(['30', '90', '365'] as const).map((days) => ({ value: days, label: t(`days${days}`) }))}
      />
    </Form>
  )
}
