import { Button } from '@mantine/core'
import { createOrganisation, listTeams } from '@tsumugi/kit/contract/teams.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { SelectField, TextField } from '@tsumugi/kit/ui/form/fields.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { organisationWords } from '@tsumugi/kit/words/organisations.ts'
import { useLanguage, useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'

const kinds = ['client', 'municipality', 'partner', 'corporation'] as const

/** Clients, municipalities, partners and the corporation itself; new ones are registered here. */
export function Organisations() {
  const t = useWords(organisationWords)
  const language = useLanguage()
  const listed = useAnswer(listTeams, {}, { topics: ['team', 'organisation'] })
  const [isAdding, setAdding] = useState(false)
  const add = listed.data?.can.createOrganisation && (
    <Button variant="default" onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  )
  return (
    <Section title={t('title')} lead={t('lead')} aside={add}>
      <Answered of={listed} loading={<Loading kind="rows" />}>
        {({ organisations }) => (
          <DataTable
            caption={t('title')}
            rows={organisations}
            rowKey={(organisation) => organisation.id}
            empty={<EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>}
            columns={[
              { key: 'name', title: t('name'), cell: (each) => (language === 'ja' ? each.name : each.nameEn) },
              { key: 'kind', title: t('kind'), cell: (each) => t(each.kind) },
            ]}
          />
        )}
      </Answered>
      {isAdding && <NewOrganisation onClose={() => setAdding(false)} />}
    </Section>
  )
}

function NewOrganisation({ onClose }: { onClose: () => void }) {
  const t = useWords(organisationWords)
  const toast = useToast()
  const create = useChange(createOrganisation)
  const start = { kind: 'client' as const, name: '', nameEn: '', address: '', contact: '' }
  const form = useContractForm(createOrganisation.body, start)
  return (
    <Dialog isOpen onClose={onClose} title={t('add')}>
      <Form
        form={form}
        submit={t('register')}
        onSubmit={async (values) => {
          await create.mutateAsync({ body: values })
          toast.done(t('registered', { name: values.name }))
          onClose()
        }}
      >
        <SelectField
          name="kind"
          label={t('kind')}
          data={kinds.map((kind) => ({ value: kind, label: t(kind) }))}
          data-autofocus
        />
        <TextField name="name" label={t('nameJa')} maxLength={120} />
        <TextField name="nameEn" label={t('nameEn')} maxLength={120} />
        <TextField name="address" label={t('address')} description={t('addressHelp')} maxLength={300} optional />
        <TextField name="contact" label={t('contact')} maxLength={200} optional />
      </Form>
    </Dialog>
  )
}
