import { posix } from 'node:path'
import { lineAt } from './project.ts'
import type { SourceFile } from './project.ts'

/** One import or re-export, static or not. */
export interface Import {
  /** As written: `./time.ts`, `node:fs`, `zod`. */
  readonly specifier: string
  /** From the project's root when it is a relative path. */
  readonly target: string | undefined
  readonly line: number
}

const fixed = /^[ \t]*(?:import|export)\s(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/
const lazy = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/
const statement = new RegExp(`${fixed.source}|${lazy.source}`, 'gm')

export function importsOf(file: SourceFile): readonly Import[] {
  return [...file.text.matchAll(statement)].map((match) => {
    const specifier = match[1] ?? match[2] ?? ''
    return {
      specifier,
      target: specifier.startsWith('.') ? posix.join(posix.dirname(file.path), specifier) : undefined,
      line: lineAt(file.text, match.index + match[0].lastIndexOf(specifier)),
    }
  })
}
