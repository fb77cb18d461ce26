import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** One text file of the project. */
export interface SourceFile {
  /** From the project's root, with `/`: `src/record/time.ts`. */
  readonly path: string
  readonly text: string
  readonly lines: readonly string[]
}

export interface Project {
  readonly files: readonly SourceFile[]
}

/** What is wrong, where, and what to do: printed as `path:line: message`. */
export interface Finding {
  readonly path: string
  readonly line: number
  readonly message: string
}

export type Rule = (project: Project) => readonly Finding[]

const skippedFolders = new Set(['node_modules', 'dist', 'coverage', '.git', '.forestay'])
const readEndings = /\.(ts|tsx|js|mjs|cjs|json|md|ya?ml|sh|csv|txt)$|(^|\/)(forestay|run|LICENSE|\.[a-z]+)$/
const fileBytesMax = 2_000_000

/** Reads every text file below `root`; what is installed, built or measured is passed over. */
export function readProject(root: string): Project {
  const files: SourceFile[] = []
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        if (!skippedFolders.has(entry.name) && !entry.name.startsWith('.dist-')) visit(path)
      } else if (entry.isFile() && readEndings.test(path) && statSync(join(root, path)).size <= fileBytesMax) {
        const text = readFileSync(join(root, path), 'utf8')
        files.push({ path, text, lines: text.split('\n') })
      } else if (entry.isFile() && path.endsWith('.png')) {
        // A picture has no lines; documents link to it.
        files.push({ path, text: '', lines: [] })
      }
    }
  }
  visit('')
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

export const isCode = (path: string): boolean => /\.tsx?$/.test(path)
export const isTest = (path: string): boolean => /\.(test|fixtures)\.tsx?$/.test(path) || path.startsWith('tests/')

/** `record` for `src/record/time.ts`; nothing outside `src/`. */
export const sourceFolder = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1]

/** The line, counted from 1, at which a character stands. */
export const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length
