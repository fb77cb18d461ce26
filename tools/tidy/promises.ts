import type { Finding, Rule } from './project.ts'

const listedTest = /tests\/promises\/[\w-]+\.test\.ts/g

/** PROMISES.md lists every test of a promise, and no test that is not there. */
export const promises: Rule = ({ files }) => {
  const page = files.find(({ path }) => path === 'PROMISES.md')
  if (page === undefined) return []
  const tests = files.map(({ path }) => path).filter((path) => /^tests\/promises\/.*\.test\.ts$/.test(path))
  const listed = new Set(page.text.match(listedTest) ?? [])
  const unlisted = tests
    .filter((path) => !listed.has(path))
    .map((path): Finding => ({ path, line: 1, message: 'tests a promise that PROMISES.md does not list' }))
  const missing = [...listed]
    .filter((path) => !tests.includes(path))
    .map((path): Finding => ({ path: page.path, line: 1, message: `lists ${path}, which is not there` }))
  return [...unlisted, ...missing]
}
