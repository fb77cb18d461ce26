/** P04, as far as the store keeps it: the database itself refuses to change or delete an entry or an original. */
import { describe, expect, it } from 'vitest'
import { createSqliteStore, openSqlCipher } from '../../src/store/index.ts'
import type { CaseKey, Driver } from '../../src/store/index.ts'
import { actOf, entriesOf } from '../../src/store/conformance.ts'
import { optionsFor, temporaryFolders } from '../../src/store/sqlite/testing.ts'

const newFolder = temporaryFolders()
const desk: CaseKey = { org: 'defence', case: 'pavlov-2014' }
const entry = '(org, case_id, sequence, recorded, acted_by, body)'

describe('The database refuses', () => {
  it.each([
    ['to change an entry', "UPDATE entry SET body = '{}'", 'entries are never changed'],
    ['to delete an entry', 'DELETE FROM entry WHERE sequence = 2', 'entries are never deleted'],
    ['to put another entry in the place of one',
      `INSERT OR REPLACE INTO entry ${entry} VALUES ('defence', 'pavlov-2014', 1, 't', 'b', '{}')`, 'without a gap'],
    ['an entry that leaves a gap', `INSERT INTO entry ${entry} VALUES ('defence', 'pavlov-2014', 4, 't', 'b', '{}')`, 'without a gap'],
    ['an entry before the first', `INSERT INTO entry ${entry} VALUES ('defence', 'other', 0, 't', 'b', '{}')`, 'without a gap'],
    ['an entry that is not JSON', `INSERT INTO entry ${entry} VALUES ('defence', 'pavlov-2014', 3, 't', 'b', '{')`, 'CHECK constraint failed'],
    ['to change an original', 'UPDATE original SET bytes = zeroblob(3), bytes_count = 3', 'originals are never changed'],
    ['to delete an original', 'DELETE FROM original', 'originals are never deleted'],
    ['to put other bytes in the place of an original',
      "INSERT OR REPLACE INTO original SELECT org, case_id, sha256, 1, x'00' FROM original", 'originals are never deleted'],
  ])('%s', async (_, sql, reason) => {
    let driver: Driver | undefined
    const store = await createSqliteStore({ ...optionsFor(newFolder()), openDriver: (path) => (driver = openSqlCipher(path)) })
    await store.append(desk, actOf('a', 'b'), 0)
    await store.putOriginal(desk, Buffer.from('the ruling'))
    const before = await entriesOf(store, desk)
    expect(() => { driver?.exec(sql) }).toThrow(reason)
    expect(await entriesOf(store, desk)).toEqual(before)
    expect((await store.checkFixity()).findings).toEqual([])
    await store.close()
  })
})
