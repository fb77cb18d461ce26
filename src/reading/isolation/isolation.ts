/** Which walls stand around a parse on this machine, and the command that puts a parse behind them. */
import { execFile } from 'node:child_process'
import { existsSync, realpathSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import {
  PARSE_HEAP_MEBIBYTES_MAX,
  PARSE_MEMORY_BYTES_MAX,
  PARSE_PROCESSOR_SECONDS_MAX,
  PROBE_MILLISECONDS_MAX,
} from '../limits.ts'

/**
 * `bubblewrap`: no network, no file but the program's own, nothing can be written, own process table.
 * `namespaces`: no network (util-linux `unshare`); files are guarded by Node's permission model only.
 * `process`: memory, processor and time limits; files guarded by Node's permission model; the network is not cut by
 * the system, our readers just do not use it.
 */
export const isolationLevels = ['bubblewrap', 'namespaces', 'process'] as const
export type IsolationLevel = (typeof isolationLevels)[number]

export interface Isolation {
  readonly level: IsolationLevel
  /** One line for a person: what protects them here, and what would protect them better. */
  readonly says: string
  /** Whether the operating system keeps the memory and processor limits, too. */
  readonly limited: boolean
}

export interface Command {
  readonly file: string
  readonly args: readonly string[]
}

const says: Readonly<Record<IsolationLevel, string>> = {
  bubblewrap: 'Documents are read in bubblewrap: no network, no other files, nothing can be written.',
  namespaces:
    'Documents are read in processes without network; they are kept from other files by Node.js only. ' +
    'Install bubblewrap for a stronger wall.',
  process:
    'Documents are read in processes of their own, kept from other files by Node.js only; the system does not ' +
    'cut off their network. On Linux, install bubblewrap.',
}

/** The folders and files that a parse has to read: our own code and its packages, nothing of the user's. */
interface Needed {
  readonly worker: string
  readonly readable: readonly string[]
}

function neededBy(worker: string): Needed {
  const real = realpathSync(worker)
  // …/src/reading/isolation/worker.js: the code is everything under the folder that holds src/.
  const code = dirname(dirname(dirname(dirname(real))))
  const mupdf = createRequire(real).resolve('mupdf')
  const packages = mupdf.slice(0, mupdf.lastIndexOf(`${sep}node_modules${sep}`) + `${sep}node_modules`.length)
  const manifests = [join(code, 'package.json'), join(dirname(code), 'package.json')].filter((path) =>
    existsSync(path),
  )
  // The model cannot take a folder inside another one that is allowed already.
  const readable = code.startsWith(packages + sep) ? [packages] : [code, packages, ...manifests]
  return { worker: real, readable }
}

const systemFolders = [
  '/usr',
  '/lib',
  '/lib64',
  '/bin',
  '/etc/ld.so.cache',
  '/etc/alternatives',
  '/nix/store',
  '/gnu/store',
]

function bubblewrapArgs(readable: readonly string[]): string[] {
  const binds = [...systemFolders, realpathSync(process.execPath), ...readable]
  return [
    '--unshare-all',
    '--die-with-parent',
    '--new-session',
    '--cap-drop',
    'ALL',
    '--clearenv',
    ...Object.entries(parseEnvironment()).flatMap(([name, value]) => ['--setenv', name, value]),
    '--proc',
    '/proc',
    '--dev',
    '/dev',
    '--tmpfs',
    '/tmp',
    // After the empty /tmp: the program itself may lie under it.
    ...binds.flatMap((path) => ['--ro-bind-try', path, path]),
    '--chdir',
    '/tmp',
  ]
}

/** Nothing of the user's environment: it may hold secrets. */
export const parseEnvironment = (): Record<string, string> => ({
  PATH: '/usr/bin:/bin',
  LANG: 'C.UTF-8',
  TZ: 'UTC',
  OMP_THREAD_LIMIT: '1',
})

const namespaceArgs = ['--user', '--map-root-user', '--net', '--ipc']

/** Memory in the data segment, processor time, no core dump, no file longer than nothing. */
const limits =
  `ulimit -d ${PARSE_MEMORY_BYTES_MAX / 1024} && ulimit -t ${PARSE_PROCESSOR_SECONDS_MAX} && ` +
  `ulimit -c 0 && ulimit -f 0`

/** `--experimental-permission` became `--permission` in Node 23.5. */
function permissionArgs(readable: readonly string[]): string[] {
  const [major = 20, minor = 0] = process.versions.node.split('.').map(Number)
  const flag = major > 23 || (major === 23 && minor >= 5) ? '--permission' : '--experimental-permission'
  return [
    flag,
    '--allow-worker',
    '--disable-warning=ExperimentalWarning',
    '--disable-warning=SecurityWarning',
    ...readable.map((path) => `--allow-fs-read=${statSync(path).isDirectory() ? join(path, '*') : path}`),
  ]
}

/** The command that reads one document behind the walls of `isolation`. */
export function commandFor(worker: string, isolation: Isolation, warm: boolean): Command {
  const { worker: entry, readable } = neededBy(worker)
  const node = [
    realpathSync(process.execPath),
    `--max-old-space-size=${PARSE_HEAP_MEBIBYTES_MAX}`,
    // Its code is compiled by the thread that runs it: the other processor is at work on the next document.
    '--v8-pool-size=0',
    ...(isolation.level === 'bubblewrap' ? [] : permissionArgs(readable)),
    entry,
    ...(warm ? ['--warm'] : []),
  ]
  const limited = isolation.limited ? ['/bin/sh', '-c', `${limits} && exec "$@"`, 'sh', ...node] : node
  const walled =
    isolation.level === 'bubblewrap'
      ? ['bwrap', ...bubblewrapArgs(readable), '--', ...limited]
      : isolation.level === 'namespaces'
        ? ['unshare', ...namespaceArgs, '--', ...limited]
        : limited
  const [file = '', ...args] = walled
  return { file, args }
}

const runs = (file: string, args: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    execFile(file, [...args], { timeout: PROBE_MILLISECONDS_MAX, env: parseEnvironment() }, (error) => {
      resolve(error === null)
    })
  })

const describe = (level: IsolationLevel, limited: boolean): Isolation => ({
  level,
  limited,
  says: limited ? says[level] : `${says[level]} This system does not keep a memory limit for them.`,
})

/** Tries the walls, the strongest first, down from `strongest`. */
export async function findIsolation(strongest: IsolationLevel = 'bubblewrap'): Promise<Isolation> {
  const limited = process.platform === 'linux' && (await runs('/bin/sh', ['-c', limits]))
  if (strongest === 'bubblewrap' && (await runs('bwrap', [...bubblewrapArgs([]), '--', '/bin/sh', '-c', limits]))) {
    return describe('bubblewrap', limited)
  }
  if (strongest !== 'process' && (await runs('unshare', [...namespaceArgs, '--', '/bin/sh', '-c', 'true']))) {
    return describe('namespaces', limited)
  }
  return describe('process', limited)
}
