import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { common } from '../../words/common.ts'
import { useWords } from '../../words/use-words.ts'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Page } from '../parts/Page.tsx'

/** An address that leads nowhere, and the way back. */
export function NotFoundPage() {
  const t = useWords(common)
  return (
    <Page title={t('notFoundTitle')} width="text">
      <EmptyState
        title={t('notFoundText')}
        action={
          <Button component={Link} to="/">
            {t('goHome')}
          </Button>
        }
      />
    </Page>
  )
}
