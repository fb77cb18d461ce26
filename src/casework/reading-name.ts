/** Under which name a kept document is read again. Pure. */
import type { DocumentThing } from '../record/index.ts'

/** Kinds that the bytes alone do not always show; the name then decides, as it did when the document came. */
const endings: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'message/rfc822': '.eml',
  'application/pdf': '.pdf',
  'text/plain': '.txt',
}

/** A name that makes the reader see the same kind of file as at its arrival, so that every place stays the same. */
export const readingNameOf = ({ id, mediaType }: Pick<DocumentThing, 'id' | 'mediaType'>): string =>
  `${id.replaceAll('.', '-')}${endings[mediaType ?? ''] ?? ''}`
