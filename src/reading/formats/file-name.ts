import { NAME_CHARACTERS_MAX } from '../limits.ts'

/** Reserved by Windows, whatever ending follows. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/**
 * A file name that is safe to show and to write: no folder, no control or direction-changing character, no name that
 * a system keeps for itself; different from all in `taken` (in any case), to which it is added.
 */
export function safeFileName(stated: string, taken: Set<string> = new Set()): string {
  const last = stated.split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const named = clean === '' ? 'unnamed' : reserved.test(clean) ? `_${clean}` : clean
  const dot = named.lastIndexOf('.')
  const ending = dot > 0 && named.length - dot <= 12 ? named.slice(dot) : ''
  const stem = Array.from(named.slice(0, named.length - ending.length))
    .slice(0, NAME_CHARACTERS_MAX - 20)
    .join('')
  let name = stem + ending
  for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${stem} (${copy})${ending}`
  taken.add(name.toLowerCase())
  return name
}
