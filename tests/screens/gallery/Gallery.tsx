import { Button, Group, SimpleGrid, Stack } from '@mantine/core'
import { useClient } from '@tsumugi/kit/ui/client/client-context.ts'
import { Refused } from '@tsumugi/kit/ui/client/refused.ts'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import {
  CheckField,
  DayField,
  NumberField,
  SelectField,
  TextAreaField,
  TextField,
} from '@tsumugi/kit/ui/form/fields.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { Figure, Figures, Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { ConfirmAction } from '@tsumugi/kit/ui/parts/ConfirmAction.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { ErrorState } from '@tsumugi/kit/ui/parts/ErrorState.tsx'
import { FileDrop } from '@tsumugi/kit/ui/parts/FileDrop.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { Progress } from '@tsumugi/kit/ui/parts/Progress.tsx'
import { SavedNote } from '@tsumugi/kit/ui/parts/SavedNote.tsx'
import { Section, Sheet } from '@tsumugi/kit/ui/parts/Section.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { Steps } from '@tsumugi/kit/ui/parts/Steps.tsx'
import { useShortcuts } from '@tsumugi/kit/ui/parts/shortcuts.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { useUploads } from '@tsumugi/kit/ui/parts/use-uploads.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { z } from 'zod'
import { gallery } from './gallery-words.ts'
import { OrdersTable } from './OrdersTable.tsx'
import { uploadItem } from './upload-endpoint.ts'

/** Every part of the kit on one page, for looking at and for axe. */
export function Gallery() {
  const t = useWords(gallery)
  const { yen, minutes } = useFormats()
  const toast = useToast()
  useShortcuts([{ keys: 'm', label: t('messages'), run: () => toast.done(t('message'), () => undefined) }])
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      meta={<StateChip tone="now" label={t('now')} />}
      action={<Button>{t('action')}</Button>}
    >
      <Section title={t('monthTitle')} aside={<SavedNote state="saved" at="2026-11-20T00:05:00Z" />} sheet>
        <Figures>
          <Figure label={t('earned')} value={yen(48_260)} />
          <Figure label={t('waiting')} value={yen(3_780)} />
          <Figure label={t('hours')} value={minutes(1_640)} note={t('hoursNote')} />
        </Figures>
      </Section>
      <Section title={t('statesTitle')}>
        <Group>
          <StateChip tone="quiet" label={t('quiet')} />
          <StateChip tone="now" label={t('now')} />
          <StateChip tone="info" label={t('info')} />
          <StateChip tone="good" label={t('good')} />
          <StateChip tone="care" label={t('care')} />
          <StateChip tone="bad" label={t('bad')} />
          <Money yen={-1_260} strong />
        </Group>
      </Section>
      <Section title={t('ordersTitle')} aside={<Button variant="subtle">{t('other')}</Button>}>
        <OrdersTable />
      </Section>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <Section title={t('stepsTitle')} sheet>
          <Steps
            label={t('stepsTitle')}
            steps={[
              { key: '1', title: t('step1'), state: 'done', at: '2026-11-18T05:12:00Z', detail: t('step1Detail') },
              { key: '2', title: t('step2'), state: 'now', detail: t('step2Detail') },
              { key: '3', title: t('step3'), state: 'next' },
              { key: '4', title: t('step4'), state: 'next' },
            ]}
          />
        </Section>
        <Section title={t('longWork')}>
          <Stack gap="lg">
            <Progress label={t('splitting')} done={13} total={20} secondsLeft={140} onCancel={() => undefined} />
            <Loading />
            <Group>
              <Button variant="default">{t('other')}</Button>
              <Button variant="light">{t('other')}</Button>
              <Button disabled>{t('send')}</Button>
              <Button variant="default" onClick={() => toast.done(t('message'), () => undefined)}>
                {t('messages')}
              </Button>
              <ConfirmAction
                label={t('cancelOrder')}
                title={t('cancelTitle')}
                confirmLabel={t('cancelConfirm')}
                danger
                withReason
                onConfirm={async () => undefined}
              >
                {t('cancelText')}
              </ConfirmAction>
            </Group>
          </Stack>
        </Section>
      </SimpleGrid>
      <Section title={t('formTitle')} sheet>
        <OrderForm />
      </Section>
      <Section title={t('filesTitle')}>
        <Files />
      </Section>
      <Sheet>
        <EmptyState title={t('emptyTitle')} action={<Button variant="default">{t('other')}</Button>}>
          {t('emptyText')}
        </EmptyState>
      </Sheet>
      <ErrorState
        failure={new Refused(409, { code: 'thing.changed_meanwhile', facts: {} })}
        onRetry={() => undefined}
      />
    </Page>
  )
}

const orderForm = z.object({
  title: z.string().min(1).max(120),
  kind: z.enum(['image']),
  unitYen: z.int().min(1),
  dueOn: z.iso.date().nullable(),
  brief: z.string().max(2_000),
  keep: z.boolean(),
})

function OrderForm() {
  const t = useWords(gallery)
  const form = useContractForm(orderForm, { title: '', kind: 'image', unitYen: 30, dueOn: null, brief: '', keep: true })
  return (
    <Form form={form} submit={t('send')} onSubmit={async () => undefined}>
      <TextField name="title" label={t('orderTitle')} description={t('orderTitleHelp')} />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <SelectField name="kind" label={t('kind')} data={[{ value: 'image', label: t('filesLabel') }]} />
        <NumberField name="unitYen" label={t('units')} />
        <DayField name="dueOn" label={t('dueField')} optional />
      </SimpleGrid>
      <TextAreaField name="brief" label={t('brief')} optional />
      <CheckField name="keep" label={t('agree')} />
    </Form>
  )
}

function Files() {
  const t = useWords(gallery)
  const { caller } = useClient()
  const uploads = useUploads((file, sending) => caller.upload(uploadItem, {}, file, sending))
  return (
    <FileDrop label={t('filesLabel')} kinds={['.jpg', '.png', '.zip']} maxBytes={20 * 1024 ** 2} uploads={uploads} />
  )
}
