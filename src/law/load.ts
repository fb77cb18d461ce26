/**
 * Reads one pack: Markdown with a front matter and fenced YAML blocks. Every problem names file and line and says
 * what to do;
 * all problems of a page are reported together.
 */
import { type Document, isMap, isScalar, LineCounter, parseAllDocuments, parseDocument, type Node } from 'yaml'
import type { z } from 'zod'
import { nearest } from '../record/index.ts'
import { type BlockKind, blockSchemas, type Origin, type Pack } from './model.ts'

/** A problem that a lawyer can mend: where, what, and what to write instead. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly what: string
  readonly remedy: string
}

export const problemText = ({ file, line, what, remedy }: Problem): string =>
  `${file}:${line}: ${what}\n    ${remedy}`

interface Fence {
  readonly startLine: number
  readonly text: string
  readonly heading: string
  readonly prose: string
}

const kinds = Object.keys(blockSchemas) as BlockKind[]

type MutableBlocks = { -readonly [K in BlockKind]: unknown[] }

/** Returns the pack as far as it could be read, and what could not. */
export function loadPack(file: string, text: string): { pack: Pack | undefined; problems: Problem[] } {
  const problems: Problem[] = []
  const { header, bodyLine, body } = splitFrontMatter(file, text, problems)
  if (header === undefined) return { pack: undefined, problems }
  const blocks = Object.fromEntries(kinds.map((kind) => [kind, []])) as unknown as MutableBlocks
  for (const fence of fences(body, bodyLine, file, problems)) readFence(file, fence, blocks, problems)
  return { pack: { ...header, file, blocks: blocks as unknown as Pack['blocks'] }, problems }
}

interface Header {
  id: string
  title: string
  jurisdiction: string
  assume: string[]
}

function splitFrontMatter(
  file: string,
  text: string,
  problems: Problem[],
): { header: Header | undefined; bodyLine: number; body: string } {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text)
  if (match === null) {
    problems.push({
      file,
      line: 1,
      what: 'The page does not begin with a front matter.',
      remedy: 'Begin with ---, the lines pack:, title:, jurisdiction:, and --- again.',
    })
    return { header: undefined, bodyLine: 1, body: text }
  }
  const bodyLine = match[0].split('\n').length
  const body = text.slice(match[0].length)
  const document = parseDocument(match[1] ?? '', { schema: 'core' })
  const raw = document.toJS() as Record<string, unknown> | null
  const word = (key: string): string | undefined => (typeof raw?.[key] === 'string' ? raw[key] : undefined)
  const id = word('pack')
  const title = word('title')
  if (document.errors.length > 0 || id === undefined || title === undefined) {
    problems.push({
      file,
      line: 1,
      what: 'The front matter lacks pack: or title:, or is not YAML.',
      remedy:
        'Write pack: a-name, title: Some words, jurisdiction: ES; put a title with a colon between quotation marks.',
    })
    return { header: undefined, bodyLine, body }
  }
  const assume = Array.isArray(raw?.['assume']) ? raw['assume'].map(String) : []
  return { header: { id, title, jurisdiction: word('jurisdiction') ?? 'international', assume }, bodyLine, body }
}

function fences(body: string, bodyLine: number, file: string, problems: Problem[]): Fence[] {
  const found: Fence[] = []
  let heading = ''
  let prose: string[] = []
  let open: { line: number; lines: string[]; yaml: boolean } | undefined
  body.split(/\r?\n/).forEach((line, index) => {
    const lineNumber = bodyLine + index
    if (open !== undefined) {
      if (/^```\s*$/.test(line)) {
        if (open.yaml)
          found.push({
            startLine: open.line + 1,
            text: open.lines.join('\n'),
            heading,
            prose: prose.join('\n').trim(),
          })
        open = undefined
      } else open.lines.push(line)
      return
    }
    const fence = /^```\s*(\w*)/.exec(line)
    const missed = /^(\s+```|\s*~~~)\s*ya?ml/i.test(line)
    if (fence !== null) open = { line: lineNumber, lines: [], yaml: /^ya?ml$/i.test(fence[1] ?? '') }
    else if (missed)
      problems.push({
        file,
        line: lineNumber,
        what: 'This block would not be read: it does not open with ``` at the start of the line.',
        remedy: 'Begin the line with ```yaml, without spaces before it.',
      })
    else if (/^#+ /.test(line)) {
      heading = line.replace(/^#+ /, '').trim()
      prose = []
    } else prose.push(line)
  })
  if (open !== undefined)
    problems.push({
      file,
      line: open.line,
      what: 'A block that opens with ``` is never closed.',
      remedy: 'Put ``` alone on the line after the block.',
    })
  return found
}

function readFence(file: string, fence: Fence, blocks: MutableBlocks, problems: Problem[]): void {
  const counter = new LineCounter()
  const documents = parseAllDocuments(fence.text, { lineCounter: counter, schema: 'core', prettyErrors: false })
  if (!Array.isArray(documents)) return
  const lineAt = (offset: number): number => fence.startLine + counter.linePos(offset).line - 1
  for (const document of documents) {
    for (const error of document.errors) {
      problems.push({
        file,
        line: lineAt(error.pos[0]),
        what: `This is not readable YAML: ${error.message}.`,
        remedy: 'Look at the indentation and at colons inside texts: put such texts between quotation marks.',
      })
    }
    if (document.errors.length === 0 && document.contents !== null)
      readBlock(file, document, lineAt, fence, blocks, problems)
  }
}

function readBlock(
  file: string,
  document: Document,
  lineAt: (offset: number) => number,
  fence: Fence,
  blocks: MutableBlocks,
  problems: Problem[],
): void {
  const root = document.contents as Node
  const line = lineAt(root.range?.[0] ?? 0)
  if (!isMap(root)) {
    problems.push({
      file,
      line,
      what: 'A block must be a set of key: value lines.',
      remedy: `Begin it with one of: ${kinds.join(', ')}.`,
    })
    return
  }
  const firstKey = root.items[0]?.key
  const kind = isScalar(firstKey) ? String(firstKey.value) : ''
  if (!(kinds as string[]).includes(kind)) {
    problems.push({
      file,
      line,
      what: `"${kind}" is not a kind of block.`,
      remedy: `The first key says the kind: ${kinds.join(', ')}.${suggestion(kind, kinds)}`,
    })
    return
  }
  const parsed = (blockSchemas[kind as BlockKind] as z.ZodType).safeParse(document.toJS())
  if (!parsed.success) {
    for (const issue of parsed.error.issues.flatMap(flatten)) {
      const where = nodeAt(document, issue.path)
      problems.push({ file, line: where === undefined ? line : lineAt(where), ...explain(kind, issue, document) })
    }
    return
  }
  const origin: Origin = {
    file,
    line,
    heading: fence.heading,
    prose: fence.prose,
    exampleLines: exampleLines(document, lineAt),
  }
  blocks[kind as BlockKind].push({ ...(parsed.data as object), origin })
}

function exampleLines(document: Document, lineAt: (offset: number) => number): number[] {
  const lines: number[] = []
  for (let index = 0; ; index++) {
    const node = document.getIn(['examples', index], true) as Node | undefined
    if (node?.range == null) return lines
    lines.push(lineAt(node.range[0]))
  }
}

type Issue = z.core.$ZodIssue

/** A union's own message is useless; the branch that got furthest says what was meant. */
function flatten(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const depth = (branch: readonly Issue[]): number =>
    Math.max(...branch.map((i) => i.path.length * 10 + (i.code === 'unrecognized_keys' ? 5 : 0)))
  const best = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? []
  return best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(flatten)
}

function explain(kind: string, issue: Issue, document: Document): { what: string; remedy: string } {
  const place = issue.path.length === 0 ? kind : `${kind}, ${placeWords(issue.path)}`
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys((blockSchemas[kind as BlockKind] as unknown as { shape?: object }).shape ?? {})
    return {
      what: `${place}: there is no key ${issue.keys.map((key) => `"${key}"`).join(', ')} here.`,
      remedy: `Remove it or mend its name.${issue.path.length === 0 ? suggestion(issue.keys[0] ?? '', known) : ''}`,
    }
  }
  if (issue.code === 'invalid_type' && issue.input === undefined && issue.message.includes('undefined')) {
    return { what: `${place}: this key is missing.`, remedy: 'Add it; law/README.md says what it means.' }
  }
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String)
    const given = issue.path.length === 0 ? undefined : document.getIn(issue.path)
    if (given === undefined)
      return { what: `${place}: this key is missing.`, remedy: `Add it, as one of: ${allowed.join(', ')}.` }
    const word = typeof given === 'string' ? given : JSON.stringify(given)
    return {
      what: `${place}: "${word}" cannot stand here.`,
      remedy: `Write one of: ${allowed.join(', ')}.${suggestion(word, allowed)}`,
    }
  }
  return { what: `${place}: ${issue.message}.`, remedy: 'See law/README.md for the form this takes.' }
}

/** `effects 1, norm`: entries of a list are counted as people count. */
const placeWords = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((told, step) => {
    if (typeof step === 'number') return `${told} ${step + 1}`
    return told === '' ? String(step) : `${told}, ${String(step)}`
  }, '')

/** Offset of the deepest node that a path reaches. */
function nodeAt(document: Document, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (node !== null && typeof node === 'object' && 'range' in node) return (node as Node).range?.[0]
  }
  return undefined
}

/** ` Did you mean …?` for the nearest known word, or nothing. */
export function suggestion(word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return near === undefined ? '' : ` Did you mean "${near}"?`
}
