import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { getMyCredentials, makeRecoveryCodes, removeSecondFactor } from '../../contract/credentials.ts'
import { credentialWords } from '../../words/credentials.ts'
import { useFormats } from '../../words/use-formats.ts'
import { useWords } from '../../words/use-words.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useChange } from '../client/use-change.ts'
import { Answered } from '../parts/Answered.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { useToast } from '../parts/use-toast.tsx'
import { ProvePassword } from './ProvePassword.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { SetUpCodes } from './SetUpCodes.tsx'

type Doing = 'set up' | 'remove' | 'renew' | null

/** One-time codes and recovery codes: whether they are there, and the ways to set them up, renew and remove them. */
export function SecondFactor() {
  const t = useWords(credentialWords)
  const { day } = useFormats()
  const credentials = useAnswer(getMyCredentials, {}, { topics: ['second_factor', 'recovery_code', 'passkey'] })
  const [doing, setDoing] = useState<Doing>(null)
  const close = () => {
    setDoing(null)
    void credentials.refetch()
  }
  return (
    <Answered of={credentials}>
      {({ codesSince, recoveryCodesLeft, passkeys }) => (
        <Stack align="flex-start" gap="xs">
          <Text>{codesSince ? t('codesOn', { day: day(codesSince) }) : t('codesOff')}</Text>
          {(codesSince || passkeys.length > 0) && <Text>{t('recoveryLeft', { count: recoveryCodesLeft })}</Text>}
          <Group>
            {!codesSince && (
              <Button variant="default" onClick={() => setDoing('set up')}>
                {t('setUp')}
              </Button>
            )}
            {(codesSince || passkeys.length > 0) && (
              <Button variant="default" onClick={() => setDoing('renew')}>
                {t('renewRecovery')}
              </Button>
            )}
            {codesSince && (
              <Button variant="subtle" color="gray" aria-label={t('removeTitle')} onClick={() => setDoing('remove')}>
                {t('remove')}
              </Button>
            )}
          </Group>
          <Dialog isOpen={doing === 'set up'} onClose={close} title={t('setUp')} atTop>
            <SetUpCodes onDone={close} />
          </Dialog>
          <Dialog isOpen={doing === 'renew'} onClose={close} title={t('renewRecovery')}>
            <RenewCodes onDone={close} />
          </Dialog>
          <Dialog isOpen={doing === 'remove'} onClose={close} title={t('removeTitle')}>
            <RemoveCodes onDone={close} />
          </Dialog>
        </Stack>
      )}
    </Answered>
  )
}

function RenewCodes({ onDone }: { onDone: () => void }) {
  const t = useWords(credentialWords)
  const renew = useChange(makeRecoveryCodes, { topics: [] })
  if (renew.data) return <RecoveryCodes codes={renew.data.recoveryCodes} onDone={onDone} />
  return (
    <Stack>
      <Text>{t('renewLead')}</Text>
      <ProvePassword submit={t('renewRecovery')} onProved={(body) => renew.mutateAsync({ body })} />
    </Stack>
  )
}

function RemoveCodes({ onDone }: { onDone: () => void }) {
  const t = useWords(credentialWords)
  const toast = useToast()
  const remove = useChange(removeSecondFactor)
  return (
    <Stack>
      <Text>{t('removeLead')}</Text>
      <ProvePassword
        submit={t('removeTitle')}
        onProved={async (body) => {
          await remove.mutateAsync({ body })
          toast.done(t('removed'))
          onDone()
        }}
      />
    </Stack>
  )
}
