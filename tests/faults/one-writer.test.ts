/** One data folder, one writer: also across processes, and also after the writer was killed. */
import { describe, expect, it } from 'vitest'
import { createSqliteStore, openSqliteStore } from '../../src/store/index.ts'
import type { CaseKey } from '../../src/store/index.ts'
import { actOf, codeOf } from '../../src/store/conformance.ts'
import { optionsFor, temporaryFolders } from '../../src/store/sqlite/testing.ts'
import { childProgram, kill } from './program.ts'

const newFolder = temporaryFolders()
const startChild = childProgram()
const desk: CaseKey = { org: 'defence', case: 'pavlov-2014' }

describe('A data folder that is open', () => {
  it('is refused to a second process, which is told what to do', async () => {
    const options = optionsFor(newFolder())
    const store = await createSqliteStore(options)
    const { lines } = await startChild('hold', options.folder).ended
    expect(lines).toEqual([
      `refused in-use The data folder ${options.folder} is open already. ` +
        'Another window or another Forestay process holds it; only one may write. Use that one, or close it and ' +
        'try again. There is no lock to delete: it ends with the process that holds it.',
    ])
    await store.append(desk, actOf('a'), 0)
    await store.close()
  })

  it('is refused to a second window of the same process, and the first one keeps it', async () => {
    const options = optionsFor(newFolder())
    const store = await createSqliteStore(options)
    expect(await codeOf(openSqliteStore(options))).toBe('in-use')
    const { lines } = await startChild('hold', options.folder).ended
    expect(lines[0]).toMatch(/^refused in-use/)
    await store.append(desk, actOf('a'), 0)
    await store.close()
    await (await openSqliteStore(options)).close()
  })

  it('is free again as soon as its holder is killed, with nothing to clean up', async () => {
    const options = optionsFor(newFolder())
    await (await createSqliteStore(options)).close()
    for (let round = 0; round < 3; round++) {
      const child = startChild('hold', options.folder)
      await child.heard('open')
      expect(await codeOf(openSqliteStore(options))).toBe('in-use')
      await kill(child)
      await (await openSqliteStore(options)).close()
    }
  })

  it('is free again after a passphrase was refused', async () => {
    const options = optionsFor(newFolder())
    await (await createSqliteStore(options)).close()
    expect(await codeOf(openSqliteStore({ ...options, passphrase: 'not the passphrase' }))).toBe('wrong-passphrase')
    await (await openSqliteStore(options)).close()
  })
})
