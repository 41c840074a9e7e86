import { expect, it } from 'vitest'
import { renewAddresses } from './renew-addresses.ts'

/** A page that is also the picture that fails: in a browser the error passes the page on its way to the picture. */
function openPage() {
  const page = Object.assign(new EventTarget(), { src: '' })
  let reads = 0
  renewAddresses(page, { invalidateQueries: async () => void reads++ })
  return (...addresses: string[]) => {
    for (const src of addresses) {
      page.src = src
      page.dispatchEvent(new Event('error'))
    }
    return reads
  }
}
const picture = (id: number, until: number) =>
  `https://tsumugi.example/api/item-images/${id}/thumbnail?until=${until}&signature=x`

it('reads again once when the addresses of a page have run out, however many pictures fail', () => {
  const fail = openPage()
  expect(fail(picture(1, 100), picture(2, 100), picture(3, 100))).toBe(1)
  expect(fail(picture(1, 200))).toBe(2)
  expect(fail(picture(1, 200))).toBe(2)
})

it('leaves alone what fails for another reason', () => {
  expect(openPage()('', 'https://tsumugi.example/mark.svg', 'not an address')).toBe(0)
})
