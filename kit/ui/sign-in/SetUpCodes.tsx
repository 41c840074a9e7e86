import { Anchor, Code, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { beginSecondFactor, confirmSecondFactor } from '../../contract/credentials.ts'
import type { AnswerOf } from '../../contract/endpoint.ts'
import { credentialWords } from '../../words/credentials.ts'
import { useWords } from '../../words/use-words.ts'
import { useChange } from '../client/use-change.ts'
import { Form } from '../form/Form.tsx'
import { TextField } from '../form/fields.tsx'
import { useContractForm } from '../form/use-contract-form.ts'
import { QrCode } from '../parts/QrCode.tsx'
import { ProvePassword } from './ProvePassword.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'

/** Password, QR code, first code, recovery codes: the way to one-time codes, one step after the other. */
export function SetUpCodes({ onDone }: { onDone: () => void }) {
  const t = useWords(credentialWords)
  const begin = useChange(beginSecondFactor, { topics: [] })
  const [recoveryCodes, setRecoveryCodes] = useState<readonly string[] | null>(null)
  if (recoveryCodes) return <RecoveryCodes codes={recoveryCodes} onDone={onDone} />
  if (begin.data) return <Scan begun={begin.data} onConfirmed={setRecoveryCodes} />
  return <ProvePassword submit={t('goOn')} onProved={(body) => begin.mutateAsync({ body })} />
}

function Scan({
  begun,
  onConfirmed,
}: {
  begun: AnswerOf<typeof beginSecondFactor>
  onConfirmed: (recoveryCodes: readonly string[]) => void
}) {
  const t = useWords(credentialWords)
  const confirm = useChange(confirmSecondFactor, { topics: [] })
  const form = useContractForm(confirmSecondFactor.body, { code: '' })
  return (
    <Stack>
      <Text>{t('scan')}</Text>
      <QrCode text={begun.address} label={t('qr')} />
      <Anchor href={begun.address}>{t('openApp')}</Anchor>
      <Text>
        {t('byHand')}
        <br />
        <Code fz="md">{begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</Code>
      </Text>
      <Form
        form={form}
        submit={t('confirm')}
        onSubmit={async (body) => onConfirmed((await confirm.mutateAsync({ body })).recoveryCodes)}
      >
        <TextField
          name="code"
          label={t('code')}
          description={t('codeHelp')}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
        />
      </Form>
    </Stack>
  )
}
