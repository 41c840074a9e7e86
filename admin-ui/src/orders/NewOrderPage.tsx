import { Link, useNavigate } from '@tanstack/react-router'
import { createOrder } from '@tsumugi/kit/contract/orders.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { SelectField, TextField } from '@tsumugi/kit/ui/form/fields.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { Sheet } from '@tsumugi/kit/ui/parts/Section.tsx'
import { orderWords } from '@tsumugi/kit/words/orders.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { usePlaces } from '../people/places.ts'

/** The first step of an order: its name. Everything else is filled in on the draft's own page, which cannot be lost. */
export function NewOrderPage() {
  const t = useWords(orderWords)
  const me = useMe()
  const navigate = useNavigate()
  const create = useChange(createOrder)
  const form = useContractForm(createOrder.body, { kind: 'image', title: '' })
  return (
    <Page title={t('createTitle')} lead={t('createLead')} width="text" back={<Link to="/">{t('title')}</Link>}>
      <Sheet>
        <Form
          form={form}
          submit={t('create')}
          onSubmit={async (values) => {
            const { id } = await create.mutateAsync({ body: values })
            await navigate({ to: `/orders/${id}` })
          }}
        >
          {/* Who may order for any client says for which. */}
          {me.can['quote.offer'] && <ClientField />}
          <TextField name="title" label={t('orderTitle')} description={t('orderTitleHelp')} maxLength={120} autoFocus />
          <SelectField name="kind" label={t('kind')} data={[{ value: 'image', label: t('kindImage') }]} />
        </Form>
      </Sheet>
    </Page>
  )
}

function ClientField() {
  const t = useWords(orderWords)
  const places = usePlaces()
  return (
    <SelectField
      name="clientId"
      label={t('client')}
      description={t('clientHelp')}
      data={[{ value: '', label: t('clientChoose') }, ...places.client]}
    />
  )
}
