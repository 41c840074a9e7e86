import type { AnswerOf } from '../../kit/contract/endpoint.ts'
import { beginUpload, getUpload, sendPiece } from '../../kit/contract/uploads.ts'
import { type Asked, asPerson } from './ask.ts'
import type { House } from './house.ts'

export type UploadNow = AnswerOf<typeof getUpload>

/** Announces a file and answers its upload's id. */
export async function begin(house: House, personId: string, orderId: string, file: { name: string; bytes: number }) {
  const ask = await asPerson(house, personId)
  return (await ask(beginUpload, { params: { orderId }, body: file })).answer.id
}

/** Sends one piece as one person, to the house or to another process of it. */
export async function piece(
  house: House,
  personId: string,
  to: { uploadId: string; from: number; url?: string },
  bytes: Uint8Array,
): Promise<Asked<typeof sendPiece>> {
  const response = await fetch(`${to.url ?? house.url}/api/uploads/${to.uploadId}/pieces/${to.from}`, {
    method: sendPiece.method,
    headers: { authorization: `Bearer ${await house.tokenOf(personId)}`, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  })
  const parsed = await response.json()
  return { status: response.status, refusal: parsed.refusal ?? null, answer: parsed }
}

/** Sends what is missing of a file in pieces of this size, from where the server says it stands. */
export async function sendRest(
  house: House,
  personId: string,
  uploadId: string,
  bytes: Buffer,
  pieceBytes: number,
): Promise<void> {
  let from = (await uploadNow(house, personId, uploadId)).receivedBytes
  while (from < bytes.length) {
    const sent = await piece(house, personId, { uploadId, from }, bytes.subarray(from, from + pieceBytes))
    if (sent.status !== 200) throw new Error(`a piece was answered ${sent.status} ${JSON.stringify(sent.refusal)}`)
    from = sent.answer.receivedBytes
  }
}

export async function uploadNow(house: House, personId: string, uploadId: string): Promise<UploadNow> {
  const ask = await asPerson(house, personId)
  return (await ask(getUpload, { params: { uploadId } })).answer
}
