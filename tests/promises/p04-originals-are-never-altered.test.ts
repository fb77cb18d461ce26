/** P04, as far as the store keeps it: the database itself refuses to change or delete an entry or an original. */
import { describe, expect, it } from 'vitest'
import { createSqliteStore, openSqlCipher } from '../../src/store/index.ts'
import type { CaseKey, Driver, OpenDriver } from '../../src/store/index.ts'
import { actOf, entriesOf } from '../../src/store/conformance.ts'
import { optionsFor, temporaryFolders } from '../../src/store/sqlite/testing.ts'

const newFolder = temporaryFolders()
const desk: CaseKey = { org: 'defence', case: 'pavlov-2014' }
/** An entry of the case written past the store. */
const insert = (sequence: number, body = '{}'): string =>
  `INTO entry (org, case_id, sequence, recorded, acted_by, body)
    VALUES ('defence', 'pavlov-2014', ${sequence}, 't', 'b', '${body}')`

describe('The database refuses', () => {
  it.each([
    ['to change an entry', "UPDATE entry SET body = '{}'", 'entries are never changed'],
    ['to delete an entry', 'DELETE FROM entry WHERE sequence = 2', 'entries are never deleted'],
    ['to put another entry in the place of one', `INSERT OR REPLACE ${insert(1)}`, 'without a gap'],
    ['an entry that leaves a gap', `INSERT ${insert(4)}`, 'without a gap'],
    ['an entry before the first', `INSERT ${insert(0)}`, 'without a gap'],
    ['an entry that is not JSON', `INSERT ${insert(3, '{')}`, 'CHECK constraint failed'],
    ['to change an original', "UPDATE original SET bytes = x'00', bytes_count = 1", 'originals are never changed'],
    ['to delete an original', 'DELETE FROM original', 'originals are never deleted'],
    [
      'to put other bytes in the place of an original',
      "INSERT OR REPLACE INTO original SELECT org, case_id, sha256, 1, x'00' FROM original",
      'originals are never deleted',
    ],
  ])('%s', async (_, sql, reason) => {
    let driver: Driver | undefined
    const openDriver: OpenDriver = (path) => (driver = openSqlCipher(path))
    const store = await createSqliteStore({ ...optionsFor(newFolder()), openDriver })
    await store.append(desk, actOf('a', 'b'), 0)
    await store.putOriginal(desk, Buffer.from('the ruling'))
    const before = await entriesOf(store, desk)
    expect(() => {
      driver?.exec(sql)
    }).toThrow(reason)
    expect(await entriesOf(store, desk)).toEqual(before)
    expect((await store.checkFixity()).findings).toEqual([])
    await store.close()
  })
})
