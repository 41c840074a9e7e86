import { Button } from '@mantine/core'
import { listApiKeys, revokeApiKey } from '@tsumugi/kit/contract/access.ts'
import { type RowOf, useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Day } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { ConfirmAction } from '@tsumugi/kit/ui/parts/ConfirmAction.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { accessWords } from '@tsumugi/kit/words/access.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import styles from './ApiKeys.module.css'
import { NewKeyDialog } from './NewKeyDialog.tsx'

type ApiKey = RowOf<typeof listApiKeys>

const tones = { usable: 'good', expired: 'quiet', revoked: 'quiet' } as const

/** One's own keys, or everybody's for the office: what each opens, until when, and a way to end it. */
export function ApiKeys() {
  const t = useWords(accessWords)
  const keys = useAnswer(listApiKeys, {}, { topics: ['api_key'] })
  const [isMaking, setMaking] = useState(false)
  const mayMake = keys.data?.can.make ?? false
  return (
    <Section
      title={t('keys')}
      lead={keys.data && t(mayMake ? 'keysLead' : 'keysLeadAll')}
      aside={
        mayMake && (
          <Button variant="default" onClick={() => setMaking(true)}>
            {t('newKey')}
          </Button>
        )
      }
    >
      <Answered of={keys}>
        {({ rows }) => (
          <DataTable
            caption={t('keys')}
            rows={rows}
            rowKey={({ id }) => id}
            empty={<EmptyState title={t('none')}>{mayMake && t('noneHelp')}</EmptyState>}
            columns={[
              { key: 'name', title: t('name'), cell: (key) => <Named apiKey={key} owner={!mayMake} /> },
              { key: 'scopes', title: t('scopes'), cell: (key) => <Scopes apiKey={key} /> },
              { key: 'state', title: t('state'), cell: (key) => <State apiKey={key} /> },
              {
                key: 'used',
                title: t('lastUsed'),
                whole: true,
                cell: ({ lastUsedAt }) => (lastUsedAt ? <Day value={lastUsedAt} as="moment" /> : t('neverUsed')),
              },
              {
                key: 'revoke',
                title: t('revoke'),
                align: 'end',
                whole: true,
                cell: (key) => key.can.revoke && <Revoke apiKey={key} />,
              },
            ]}
          />
        )}
      </Answered>
      {isMaking && <NewKeyDialog onClose={() => setMaking(false)} />}
    </Section>
  )
}

function Named({ apiKey, owner }: { apiKey: ApiKey; owner: boolean }) {
  return (
    <>
      {apiKey.name}
      <div className={styles.start}>{apiKey.start}…</div>
      {owner && <div className={styles.soft}>{apiKey.owner.name}</div>}
    </>
  )
}

function Scopes({ apiKey }: { apiKey: ApiKey }) {
  const t = useWords(accessWords)
  return (
    <ul className={styles.scopes}>
      {apiKey.scopes.map((scope) => (
        <li key={scope}>{t(scope)}</li>
      ))}
    </ul>
  )
}

function State({ apiKey }: { apiKey: ApiKey }) {
  const t = useWords(accessWords)
  return (
    <>
      <StateChip tone={tones[apiKey.state]} label={t(apiKey.state)} />
      <div className={styles.soft}>
        {t('until')} <Day value={apiKey.expiresAt} />
      </div>
    </>
  )
}

function Revoke({ apiKey: { id, name } }: { apiKey: ApiKey }) {
  const t = useWords(accessWords)
  const toast = useToast()
  const revoke = useChange(revokeApiKey, {
    topics: ['api_key'],
    onDone: () => toast.done(t('revokedNow', { name })),
  })
  return (
    <ConfirmAction
      label={t('revoke')}
      title={t('revokeTitle', { name })}
      confirmLabel={t('revokeOf', { name })}
      danger
      onConfirm={() => revoke.mutateAsync({ params: { apiKeyId: id } })}
    >
      {t('revokeText')}
    </ConfirmAction>
  )
}
