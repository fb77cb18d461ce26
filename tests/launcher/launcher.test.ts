import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../src/platform/index.ts'

const scratch = mkdtempSync(join(tmpdir(), 'forestay launcher '))
afterAll(() => rmSync(scratch, { recursive: true }))

/** Stands for npm: leaves a compiler that copies sources, and counts how often it ran. */
const pretendedNpm = `#!/bin/sh
[ ! -f npm-fails ] || { echo 'npm ERR! no network' >&2; exit 1; }
echo "npm $*" >>calls
mkdir -p node_modules/typescript/bin
cp pretended-tsc.cjs node_modules/typescript/bin/tsc
mkdir -p node_modules/esbuild/bin
cp pretended-esbuild.cjs node_modules/esbuild/bin/esbuild
`
const pretendedCompiler = `
const { appendFileSync, cpSync, readFileSync, mkdirSync } = require('node:fs')
const out = process.argv[process.argv.indexOf('--outDir') + 1]
appendFileSync('calls', 'tsc\\n')
mkdirSync(out + '/src/cli', { recursive: true })
cpSync('src/cli/main.ts', out + '/src/cli/main.js')
if (readFileSync('src/cli/main.ts', 'utf8').includes('TYPE ERROR')) {
  console.log('main.ts(1,1): error')
  process.exit(2)
}
`
/** Stands for the bundler of the pages and of the program. */
const pretendedBundler = `
const { cpSync, mkdirSync, writeFileSync } = require('node:fs')
const out = process.argv.find((word) => word.startsWith('--outdir=')).slice('--outdir='.length)
const main = process.argv.find((word) => word.startsWith('main='))
mkdirSync(out, { recursive: true })
if (main === undefined) writeFileSync(out + '/app.js', '')
else cpSync(main.slice('main='.length), out + '/main.js')
`
const program = 'console.log(JSON.stringify([process.cwd(), ...process.argv.slice(2)])); process.exitCode = 7\n'

let count = 0
function newProject(node?: string) {
  const root = join(scratch, `project ${(count += 1)}`)
  const bin = join(root, 'bin')
  mkdirSync(join(root, 'src/cli'), { recursive: true })
  mkdirSync(join(root, 'src/web'))
  mkdirSync(bin)
  copyFileSync(join(projectRoot(), 'forestay'), join(root, 'forestay'))
  const files: Record<string, string> = {
    'src/cli/main.ts': program,
    'package.json': '{}',
    'package-lock.json': '{}',
    'tsconfig.json': '{}',
    'tsconfig.build.json': '{}',
    'pretended-tsc.cjs': pretendedCompiler,
    'pretended-esbuild.cjs': pretendedBundler,
    'src/web/index.html': '<!doctype html>',
    'bin/npm': pretendedNpm,
  }
  if (node !== undefined) files['bin/node'] = node
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text)
  for (const name of readdirSync(bin)) chmodSync(join(bin, name), 0o755)
  const realNode = node === undefined ? [dirname(process.execPath)] : []
  const path = [bin, ...realNode, process.env['PATH'] ?? '']
  const start = (args: readonly string[] = [], file = join(root, 'forestay'), searched = path.join(delimiter)) => {
    const { status, stdout, stderr } = spawnSync('/bin/sh', [file, ...args], {
      cwd: scratch,
      env: { PATH: searched },
      encoding: 'utf8',
    })
    return { status, stdout, stderr }
  }
  const calls = (): string[] =>
    existsSync(join(root, 'calls'))
      ? readFileSync(join(root, 'calls'), 'utf8')
          .trimEnd()
          .split('\n')
          .map((line) => line.split(' ')[0] ?? '')
      : []
  return { root, start, calls }
}

/** A later time than any build of this test. */
function change(path: string, text: string): void {
  writeFileSync(path, text)
  const later = new Date(Date.now() + 5000)
  utimesSync(path, later, later)
}

describe('the launcher', () => {
  it('installs with one line of notice, builds, and hands over words, folder and exit code as they are', () => {
    const { start, calls } = newProject()
    expect(start(['standing', 'a case', '--at', '2014'])).toEqual({
      status: 7,
      stdout: `${JSON.stringify([scratch, 'standing', 'a case', '--at', '2014'])}\n`,
      stderr: 'forestay: installing the parts it is made of (once; needs the network)\n',
    })
    expect(calls()).toEqual(['npm', 'tsc'])
  })

  it('runs no script of any package', () => {
    const { root, start } = newProject()
    start()
    expect(readFileSync(join(root, 'calls'), 'utf8')).toContain('npm ci --ignore-scripts')
  })

  it('is silent and does nothing more the second time', () => {
    const { start, calls } = newProject()
    start()
    expect(start()).toMatchObject({ status: 7, stderr: '' })
    expect(calls()).toEqual(['npm', 'tsc'])
  })

  it('builds again when a source has changed or gone, and leaves nothing of the old build', () => {
    const { root, start, calls } = newProject()
    start()
    writeFileSync(join(root, 'dist/old.js'), '')
    change(join(root, 'src/cli/main.ts'), `${program}// changed\n`)
    start()
    expect(calls()).toEqual(['npm', 'tsc', 'tsc'])
    expect(existsSync(join(root, 'dist/old.js'))).toBe(false)
    expect(readdirSync(root).filter((name) => name.startsWith('.dist-'))).toEqual([])
  })

  it('installs again when the lock file has changed', () => {
    const { root, start, calls } = newProject()
    start()
    writeFileSync(join(root, 'package-lock.json'), '{"changed": true}')
    start()
    expect(calls()).toEqual(['npm', 'tsc', 'npm'])
  })

  it('works through a symbolic link, absolute or relative, from any folder', () => {
    const { root, start } = newProject()
    symlinkSync(join(root, 'forestay'), join(scratch, `absolute-${count}`))
    symlinkSync(`absolute-${count}`, join(scratch, `relative-${count}`))
    expect(start([], join(scratch, `absolute-${count}`)).status).toBe(7)
    expect(start([], join(scratch, `relative-${count}`)).status).toBe(7)
  })
})

describe('when something is missing, the launcher says what and what to do', () => {
  it('an old Node.js', () => {
    const { start } = newProject('#!/bin/sh\necho 20.18.3\n')
    expect(start()).toMatchObject({ status: 1, stdout: '' })
    expect(start().stderr).toContain('this is Node.js 20.18.3, which is too old. Forestay needs 20.19 or later.')
  })

  it('no Node.js at all', () => {
    const { root, start } = newProject()
    const bare = join(root, 'bare')
    mkdirSync(bare)
    for (const tool of ['dirname', 'readlink', 'cmp']) {
      const found = (process.env['PATH'] ?? '')
        .split(delimiter)
        .map((folder) => join(folder, tool))
        .find(existsSync)
      if (found !== undefined) symlinkSync(found, join(bare, tool))
    }
    const { status, stderr } = start([], join(root, 'forestay'), bare)
    expect(status).toBe(1)
    expect(stderr).toContain('Node.js was not found. Forestay needs Node.js 20.19 or later.')
  })

  it('the network, and it tries again next time', () => {
    const { root, start, calls } = newProject()
    writeFileSync(join(root, 'npm-fails'), '')
    const { status, stderr } = start()
    expect(status).toBe(1)
    expect(stderr).toContain('npm ERR! no network')
    expect(stderr).toContain('Check the network and run this again.')
    rmSync(join(root, 'npm-fails'))
    expect(start().status).toBe(7)
    expect(calls()).toEqual(['npm', 'tsc'])
  })

  it('a source that does not compile, and it looks again next time; only "test" goes on', () => {
    const { root, start, calls } = newProject()
    writeFileSync(join(root, 'src/cli/main.ts'), `// TYPE ERROR\n${program}`)
    expect(start(['standing'])).toMatchObject({ status: 1, stdout: '' })
    expect(start(['test']).status).toBe(7)
    expect(calls()).toEqual(['npm', 'tsc', 'tsc'])
  })
})
