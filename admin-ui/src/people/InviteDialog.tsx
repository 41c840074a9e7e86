import { Button, CopyButton, TextInput } from '@mantine/core'
import { makeInvitation } from '@tsumugi/kit/contract/people.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { SelectField, TextField } from '@tsumugi/kit/ui/form/fields.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { peopleWords } from '@tsumugi/kit/words/people.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import { type ChosenRole, membershipsOf, newRole, RolesEditor } from './RolesEditor.tsx'

interface Invited {
  name: string
  link: string
  expiresAt: string
  isMailed: boolean
}

/** Asks whom to invite as what, then shows the link, once. */
export function InviteDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useWords(peopleWords)
  const [invited, setInvited] = useState<Invited | null>(null)
  const close = () => {
    onClose()
    setInvited(null)
  }
  const titleOf = (done: Invited | null) =>
    done === null ? t('invite') : t(done.isMailed ? 'inviteMailed' : 'inviteReady')
  return (
    <Dialog isOpen={isOpen} onClose={close} title={titleOf(invited)}>
      {invited ? <InvitationLink invited={invited} onDone={close} /> : <InviteForm onInvited={setInvited} />}
    </Dialog>
  )
}

function InviteForm({ onInvited }: { onInvited: (invited: Invited) => void }) {
  const t = useWords(peopleWords)
  const [chosen, setChosen] = useState<ChosenRole[]>([newRole([])])
  const invite = useChange(makeInvitation, { topics: [] })
  const form = useContractForm(makeInvitation.body?.omit({ memberships: true }), {
    displayName: '',
    email: '',
    language: 'ja',
  })
  return (
    <Form
      form={form}
      submit={t('sendInvite')}
      onSubmit={async (values) => {
        const { link, expiresAt, isMailed } = await invite.mutateAsync({
          body: { ...values, memberships: membershipsOf(chosen) },
        })
        onInvited({ name: values.displayName, link, expiresAt, isMailed })
      }}
    >
      <TextField name="displayName" label={t('displayName')} autoComplete="off" data-autofocus />
      <TextField name="email" label={t('email')} type="email" autoComplete="off" />
      <SelectField
        name="language"
        label={t('language')}
        data={[
          { value: 'ja', label: t('ja') },
          { value: 'en', label: t('en') },
        ]}
      />
      <RolesEditor chosen={chosen} onChange={setChosen} />
    </Form>
  )
}

function InvitationLink({ invited, onDone }: { invited: Invited; onDone: () => void }) {
  const t = useWords(peopleWords)
  const { day } = useFormats()
  return (
    <>
      <p>
        {t(invited.isMailed ? 'inviteMailedHelp' : 'inviteReadyHelp', {
          name: invited.name,
          until: day(invited.expiresAt),
        })}
      </p>
      <TextInput readOnly label={t('link')} value={invited.link} onFocus={(event) => event.currentTarget.select()} />
      <CopyButton value={invited.link}>
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
