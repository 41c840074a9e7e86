import { Button, Group } from '@mantine/core'
import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import { useState } from 'react'
import { signOut } from '../../contract/people.ts'
import { credentialWords } from '../../words/credentials.ts'
import { useWords } from '../../words/use-words.ts'
import { useClient } from '../client/client-context.ts'
import { staysPut } from '../form/stays-put.ts'
import { AddPasskey } from './AddPasskey.tsx'
import { Doorway } from './Doorway.tsx'
import { SetUpCodes } from './SetUpCodes.tsx'

/** For whoever must have a second step and has none: nothing else is open until it is set up. */
export function EnrolPage() {
  const t = useWords(credentialWords)
  const { caller, session } = useClient()
  const [byPasskey, setByPasskey] = useState(false)
  // Everything asked for so far was refused, and the socket too: the page begins anew.
  const begin = () => window.location.reload()
  return (
    <Doorway title={t('gateTitle')} lead={t('gateLead')}>
      {byPasskey ? <AddPasskey onDone={begin} /> : <SetUpCodes onDone={begin} />}
      <Group mt="xl">
        {browserSupportsWebAuthn() && (
          <Button variant="subtle" onClick={() => setByPasskey(!byPasskey)} {...staysPut}>
            {t(byPasskey ? 'codesInstead' : 'passkeyInstead')}
          </Button>
        )}
        <Button
          variant="subtle"
          color="gray"
          onClick={() => void caller.call(signOut).finally(() => session.end())}
          {...staysPut}
        >
          {t('signOut')}
        </Button>
      </Group>
    </Doorway>
  )
}
