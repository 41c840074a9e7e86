import { downloadPaySummary, listPaySummaries } from '@tsumugi/kit/contract/withholding.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { SaveFile } from '@tsumugi/kit/ui/parts/SaveFile.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { monthWords } from '@tsumugi/kit/words/month.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './TaxPapers.module.css'

/** Each year's paper for the tax return, one tap away; nothing before the first payment. */
export function TaxPapers() {
  const t = useWords(monthWords)
  const { yen } = useFormats()
  const { id: personId } = useMe()
  const { data } = useAnswer(listPaySummaries, {}, { topics: ['statement', 'transfer'] })
  if (!data || data.years.length === 0) return null
  return (
    <Section title={t('taxPapers')} lead={t('taxPapersLead')}>
      <ul className={styles.years}>
        {data.years.map(({ year, feeYen, taxYen, withheldYen, unpaid }) => (
          <li key={year} className={styles.year}>
            <p className={styles.sums}>
              <strong>{t('taxYear', { year })}</strong>
              <span>{t('taxYearSums', { paid: yen(feeYen + taxYen), withheld: yen(withheldYen) })}</span>
              {unpaid.transferYen > 0 && <span>{t('taxYearUnpaid', { yen: yen(unpaid.transferYen) })}</span>}
            </p>
            <div className={styles.files}>
              {(['pdf', 'csv'] as const).map((format) => (
                <SaveFile
                  key={format}
                  label={t(format)}
                  spoken={`${t('taxYear', { year })} ${t(format)}`}
                  variant={format === 'pdf' ? 'default' : 'subtle'}
                  endpoint={downloadPaySummary}
                  request={{ params: { year, personId, format } }}
                />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
