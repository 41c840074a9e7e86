import { Button } from '@mantine/core'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { accessWords } from '@tsumugi/kit/words/access.ts'
import { useLanguage, useWords } from '@tsumugi/kit/words/use-words.ts'
import { ApiKeys } from './ApiKeys.tsx'
import { Webhooks } from './Webhooks.tsx'

/** What connects other systems to this one: keys to ask with, webhooks to be told by. */
export function ConnectPage() {
  const t = useWords(accessWords)
  const language = useLanguage()
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="wide"
      action={
        <Button component="a" variant="default" href={`/api/docs?lang=${language}`}>
          {t('docs')}
        </Button>
      }
    >
      <ApiKeys />
      <Webhooks />
    </Page>
  )
}
