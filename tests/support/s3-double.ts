import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from '@20minutes/s3rver'
import type { S3Settings } from '../../api/src/settings.ts'

const bucket = 'tsumugi-files'

/** An S3-compatible store on this machine, with its bucket. */
export interface S3Double {
  settings: S3Settings
  /** Every object's key with the path its bytes lie at. */
  objects(): Promise<{ key: string; path: string }[]>
  close(): Promise<void>
}

/** Starts one on a port of its own. */
export async function openS3Double(): Promise<S3Double> {
  const directory = await mkdtemp(join(tmpdir(), 'tsumugi-s3-'))
  const server = new S3rver({
    directory,
    port: 0,
    address: '127.0.0.1',
    silent: true,
    // It reckons the client's signatures differently; what is tried here is what is kept, not who may.
    allowMismatchedSignatures: true,
    configureBuckets: [{ name: bucket, configs: [] }],
  })
  const { port } = await server.run()
  // It removes a folder it finds empty, with what is just being put into it: none is ever empty.
  for (const prefix of ['arriving', 'kept', 'pieces']) {
    await mkdir(join(directory, bucket, prefix), { recursive: true })
    await writeFile(join(directory, bucket, prefix, '.stays'), '')
  }
  return {
    settings: {
      bucket,
      region: 'us-east-1',
      endpoint: `http://127.0.0.1:${port}`,
      credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
      pathStyle: true,
    },
    async objects() {
      const root = join(directory, bucket)
      const names = await readdir(root, { recursive: true })
      const suffix = '._S3rver_object'
      return names
        .filter((name) => name.endsWith(suffix))
        .map((name) => ({ key: name.slice(0, -suffix.length), path: join(root, name) }))
    },
    async close() {
      await server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
