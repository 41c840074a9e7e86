import { Button, CopyButton, TextInput } from '@mantine/core'
import { accessWords } from '@tsumugi/kit/words/access.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'

interface ShownOnceProps {
  /** What to do with it, and until when it works. */
  help: string
  label: string
  secret: string
  onDone: () => void
}

/** A secret that nobody can show again, with a way to take it along. */
export function ShownOnce({ help, label, secret, onDone }: ShownOnceProps) {
  const t = useWords(accessWords)
  return (
    <>
      <p>{help}</p>
      <TextInput readOnly label={label} value={secret} onFocus={(event) => event.currentTarget.select()} />
      <CopyButton value={secret}>
        {({ copied, copy }) => (
          <Button mt="md" mr="sm" onClick={copy} data-autofocus>
            {copied ? t('copied') : t('copy')}
          </Button>
        )}
      </CopyButton>
      <Button mt="md" variant="subtle" color="gray" onClick={onDone}>
        {t('done')}
      </Button>
    </>
  )
}
