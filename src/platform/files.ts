/** What the rest of the program may do with files. Paths are absolute or relative to the working folder. */
import type { Said, SaidProblem } from '../record/index.ts'

export interface Files {
  /** The whole file. Throws {@link FileError}. */
  read(path: string): Promise<Uint8Array>
  /** The whole file as UTF-8; bytes that are not UTF-8 are an error, not a question mark. Throws {@link FileError}. */
  readText(path: string): Promise<string>
  /** What lies directly in a folder, sorted by name in code-point order. Throws {@link FileError}. */
  list(folder: string): Promise<readonly FolderEntry[]>
  exists(path: string): Promise<boolean>
  /**
   * Replaces the file in one step: after a crash it holds the old bytes or the new ones, never a part.
   * Resolves when bytes and name are on the disk. Makes missing folders; only the owner may read the file.
   * Throws {@link FileError}.
   */
  write(path: string, content: Uint8Array | string): Promise<void>
  /** The file piece by piece, for what may be too large to hold. Throws {@link FileError}. */
  readPieces(path: string): AsyncIterable<Uint8Array>
  /** As {@link Files.write}, with the content made while it is written. Throws {@link FileError}. */
  writePieces(path: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<void>
}

export interface FolderEntry {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'other'
}

export type FileFault = SaidProblem & { readonly why: Said }

/** A file could not be used: which one, why, and what to do about it. */
export class FileError extends Error {
  readonly file: string
  readonly why: string
  readonly remedy: string
  /** In every language of the program, where that was written. */
  readonly said: FileFault | undefined
  constructor(message: string, file: string, why: string, remedy: string, cause?: unknown, said?: FileFault) {
    super(message, { cause })
    this.name = 'FileError'
    this.file = file
    this.why = why
    this.remedy = remedy
    this.said = said
  }
}

/** UTF-8, strictly. */
export function decodeText(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new FileError(
      `Cannot read ${path} as text`,
      path,
      'it is not valid UTF-8',
      'save the file again as UTF-8',
      error,
      {
        what: { en: `Cannot read ${path} as text`, es: `No se puede leer ${path} como texto` },
        why: { en: 'it is not valid UTF-8', es: 'no es UTF-8 válido' },
        remedy: { en: 'save the file again as UTF-8', es: 'guarde de nuevo el archivo como UTF-8' },
      },
    )
  }
}
