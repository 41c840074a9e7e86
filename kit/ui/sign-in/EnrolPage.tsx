import { Button } from '@mantine/core'
import { signOut } from '../../contract/people.ts'
import { credentialWords } from '../../words/credentials.ts'
import { useWords } from '../../words/use-words.ts'
import { useClient } from '../client/client-context.ts'
import { Doorway } from './Doorway.tsx'
import { SetUpCodes } from './SetUpCodes.tsx'

/** For whoever must have a second step and has none: nothing else is open until it is set up. */
export function EnrolPage() {
  const t = useWords(credentialWords)
  const { caller, session } = useClient()
  return (
    <Doorway title={t('gateTitle')} lead={t('gateLead')}>
      {/* Everything asked for so far was refused, and the socket too: the page begins anew. */}
      <SetUpCodes onDone={() => window.location.reload()} />
      <Button
        mt="xl"
        variant="subtle"
        color="gray"
        onClick={() => void caller.call(signOut).finally(() => session.end())}
      >
        {t('signOut')}
      </Button>
    </Doorway>
  )
}
