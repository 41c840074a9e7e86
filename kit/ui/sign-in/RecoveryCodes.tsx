import { Button, CopyButton, Group } from '@mantine/core'
import { credentialWords } from '../../words/credentials.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './RecoveryCodes.module.css'

/** Ten codes that are shown this once. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useWords(credentialWords)
  return (
    <>
      <p>{t('recoveryLead')}</p>
      <ul className={styles.codes} aria-label={t('recoveryTitle')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group>
        <Button onClick={onDone}>{t('kept')}</Button>
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
    </>
  )
}
