import { expect, it } from 'vitest'
import { axe, fitsAcross, look, phone, tabTo } from '../support/browser.ts'
import { officeHouse } from './office-house.ts'

const at = officeHouse()

/** A job in a state of its own, written down as graphile-worker does. */
async function addJob(name: string, state: string, orderId = ''): Promise<void> {
  const { pool } = at.house.world.db
  const { rows } = await pool.query('SELECT id FROM graphile_worker.add_job($1, $2, max_attempts => 5)', [
    name,
    JSON.stringify(orderId && { orderId }),
  ])
  await pool.query(`UPDATE graphile_worker._private_jobs SET ${state} WHERE id = $1`, [rows[0].id])
}

it('the office sees what runs, waits and failed, and tries a failed job again by keyboard', async () => {
  await addJob('draw-pictures', `attempts = 5, last_error = 'file.no_room'`)
  await addJob('take-upload', `attempts = 2, last_error = 'connect ECONNREFUSED', run_at = now() + interval '1 min'`)
  await addJob('pack-delivery', `attempts = 1, locked_at = now(), locked_by = 'w'`)
  await addJob('forget-files', `run_at = now() + interval '1 day'`)
  const page = await at.browsing.open(at.town.people.office, '/office/jobs')
  await page.getByRole('row', { name: /縮小画像をつくる.*失敗.*場所がいっぱい/ }).waitFor()
  await page.getByRole('row', { name: /納品物をつくる.*実行中/ }).waitFor()
  expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])
  await look(page, 'office-jobs')
  await tabTo(page, /^縮小画像をつくるをいまやり直す$/)
  await page.keyboard.press('Enter')
  await page.getByRole('row', { name: /縮小画像をつくる.*待っています/ }).waitFor()

  // Jobs tell nobody that they are done: the page finds out by itself.
  await at.house.world.db.pool.query('DELETE FROM graphile_worker._private_jobs')
  await page.getByText('待っている処理も、失敗した処理もありません').waitFor()
  await page.context().close()

  await addJob('draw-pictures', `attempts = 5, last_error = 'file.no_room'`)
  const narrow = { ...phone, language: 'en', scheme: 'dark' } as const
  const small = await at.browsing.open(at.town.people.office, '/office/', narrow)
  await small.getByRole('button', { name: 'Menu of office' }).click()
  await small.getByRole('menuitem', { name: 'Jobs' }).click()
  await small.getByText('There is no room left', { exact: false }).waitFor()
  expect([await axe(small), await fitsAcross(small)]).toEqual([[], true])
  await look(small, 'office-jobs-phone')
})
