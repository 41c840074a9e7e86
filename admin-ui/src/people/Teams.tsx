import { Button, Group } from '@mantine/core'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { createTeam, listTeams } from '@tsumugi/kit/contract/teams.ts'
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
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { peopleWords } from '@tsumugi/kit/words/people.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useLanguage, useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'

type Listed = AnswerOf<typeof listTeams>

/** The teams with what lies with each now. */
export function Teams() {
  const t = useWords(peopleWords)
  const teams = useAnswer(listTeams, {}, { topics: ['team', 'task', 'submission'] })
  const [isMaking, setMaking] = useState(false)
  const newTeam = teams.data?.can.create && (
    <Button variant="default" onClick={() => setMaking(true)}>
      {t('newTeam')}
    </Button>
  )
  return (
    <Section title={t('teams')} lead={t('teamsLead')} aside={newTeam}>
      <Answered of={teams} loading={<Loading kind="rows" />}>
        {(data) => (
          <>
            <TeamTable listed={data} />
            {isMaking && <NewTeam listed={data} onClose={() => setMaking(false)} />}
          </>
        )}
      </Answered>
    </Section>
  )
}

function TeamTable({ listed }: { listed: Listed }) {
  const t = useWords(peopleWords)
  const language = useLanguage()
  const { number } = useFormats()
  return (
    <DataTable
      caption={t('teams')}
      rows={listed.teams}
      rowKey={(team) => team.id}
      empty={<EmptyState title={t('teamsNone')}>{t('teamsNoneHelp')}</EmptyState>}
      columns={[
        { key: 'team', title: t('team'), cell: (team) => (language === 'ja' ? team.name : team.nameEn) },
        { key: 'town', title: t('town'), cell: (team) => team.region.name },
        { key: 'members', title: t('members'), align: 'end', cell: (team) => number(team.members) },
        {
          key: 'load',
          title: t('load'),
          cell: (team) => (
            <Group gap="xs">
              <StateChip tone="quiet" label={t('open', { count: number(team.open) })} />
              <StateChip tone="now" label={t('claimed', { count: number(team.claimed) })} />
              <StateChip tone="info" label={t('submitted', { count: number(team.submitted) })} />
            </Group>
          ),
        },
      ]}
    />
  )
}

function NewTeam({ listed, onClose }: { listed: Listed; onClose: () => void }) {
  const t = useWords(peopleWords)
  const language = useLanguage()
  const toast = useToast()
  const towns = listed.organisations.filter((organisation) => organisation.kind === 'municipality')
  const create = useChange(createTeam)
  const form = useContractForm(createTeam.body, { name: '', nameEn: '', regionId: towns[0]?.id ?? '' })
  return (
    <Dialog isOpen onClose={onClose} title={t('newTeam')}>
      <Form
        form={form}
        submit={t('createTeam')}
        onSubmit={async (values) => {
          await create.mutateAsync({ body: values })
          toast.done(t('teamCreated', { name: values.name }))
          onClose()
        }}
      >
        <TextField name="name" label={t('teamName')} data-autofocus />
        <TextField name="nameEn" label={t('teamNameEn')} />
        <SelectField
          name="regionId"
          label={t('town')}
          data={towns.map((town) => ({ value: town.id, label: language === 'ja' ? town.name : town.nameEn }))}
        />
      </Form>
    </Dialog>
  )
}
