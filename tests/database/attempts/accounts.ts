import type { Attempt } from './attempt.ts'

const secondFactor = (by: string, what: string, values: string): Attempt => ({
  by,
  what,
  sql: ({ town }) =>
    `INSERT INTO public.second_factor (person_id, sealed_secret, begun_at, confirmed_at) VALUES ('${town.people.hana}', ${values})`,
  code: '23514',
})

const mail = (by: string, what: string, columns: string, values: string): Attempt => ({
  by,
  what,
  sql: () =>
    `INSERT INTO public.mail (id, kind, to_address, language, subject, is_private, is_urgent, next_attempt_at, made_at, ${columns})
     VALUES (gen_random_uuid(), 'x', 'x@example.jp', 'ja', 'x', false, true, now(), now(), ${values})`,
  code: '23514',
})

const setting = (by: string, what: string, values: string): Attempt => ({
  by,
  what,
  sql: ({ town }) => `UPDATE public.person SET ${values} WHERE id = '${town.people.hana}'`,
  code: '23514',
})

export const accounts: Attempt[] = [
  setting('person_screen_settings', 'a size of text there is no style for', "text_size = 'huge'"),
  setting('person_quiet_hours', 'quiet hours without an end', 'quiet_from = 1320'),
  setting('person_quiet_hours', 'quiet hours that never end', 'quiet_from = 1320, quiet_to = 1320'),
  mail('mail_sealed', 'a mail in the clear', 'sealed_content', `'{"text":"link"}'`),
  mail(
    'mail_content_while_waiting',
    'a sent mail that can still be read',
    'sealed_content, state, sent_at',
    `'s1:own:x', 'sent', now()`,
  ),
  {
    by: 'mail_on_its_way_once',
    what: 'a notice on its way twice at once',
    sql: ({ unconfirmedNotice }) => {
      const one = `(uuid_v7(), 'terms_notice', 'x@example.jp', 'ja', 'x', false, true, now(), now(), 's1:x', '${unconfirmedNotice}')`
      return `INSERT INTO public.mail (id, kind, to_address, language, subject, is_private, is_urgent, next_attempt_at, made_at, sealed_content, subject_id)
        VALUES ${one}, ${one}`
    },
    code: '23505',
  },
  mail('mail_sent_at', 'a mail sent at no time', 'state', `'sent'`),
  {
    ...mail('mail_language', 'a mail in a language there are no words for', '', ''),
    sql: () => `INSERT INTO public.mail (id, kind, to_address, language, subject, is_private, is_urgent, next_attempt_at, made_at, sealed_content)
     VALUES (gen_random_uuid(), 'x', 'x@example.jp', 'fr', 'x', false, true, now(), now(), 's1:own:x')`,
  },
  secondFactor('second_factor_sealed', 'a secret in the clear', `'JBSWY3DPEHPK3PXP', now(), NULL`),
  secondFactor('second_factor_confirmed_by_code', 'codes confirmed without a code', `'s1:own:x', now(), now()`),
]
