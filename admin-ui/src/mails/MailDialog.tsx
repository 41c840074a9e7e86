import { Button, CopyButton, Group, Textarea } from '@mantine/core'
import { getMail, type listMails } from '@tsumugi/kit/contract/mails.ts'
import { type RowOf, useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { mailWords } from '@tsumugi/kit/words/mails.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'

/** A mail that nobody sends, to be copied and passed on. */
export function MailDialog({ mail, onClose }: { mail: RowOf<typeof listMails>; onClose: () => void }) {
  const t = useWords(mailWords)
  const read = useAnswer(getMail, { params: { mailId: mail.id } })
  return (
    <Dialog isOpen onClose={onClose} title={mail.subject} size="lg">
      <Answered of={read}>
        {({ text }) => (
          <>
            <Textarea
              readOnly
              autosize
              label={t('text')}
              value={text}
              onFocus={(event) => event.currentTarget.select()}
            />
            <Group mt="md">
              <CopyButton value={text}>
                {({ copied, copy }) => <Button onClick={copy}>{copied ? t('copied') : t('copy')}</Button>}
              </CopyButton>
              <Button variant="subtle" color="gray" onClick={onClose}>
                {t('done')}
              </Button>
            </Group>
          </>
        )}
      </Answered>
    </Dialog>
  )
}
