import { Button } from '@mantine/core'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { invoiceWords } from '@tsumugi/kit/words/invoices.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import { TermsDialog } from './TermsDialog.tsx'

interface ClientTermsProps {
  client: { id: string; name: string }
  variant: 'default' | 'subtle'
}

/** The way to how a client is billed, for those who may say: a payer's names are learnt when the money comes. */
export function ClientTerms({ client, variant }: ClientTermsProps) {
  const t = useWords(invoiceWords)
  const { can } = useMe()
  const [isOpen, setOpen] = useState(false)
  if (!can['client_terms.change']) return null
  return (
    <>
      <Button variant={variant} onClick={() => setOpen(true)}>
        {t('terms')}
      </Button>
      {isOpen && <TermsDialog client={client} onClose={() => setOpen(false)} />}
    </>
  )
}
