/** JSON Lines read back, line by line: each line whole or not at all. */
import { z } from 'zod'
import { BodySchema } from '../../../casework/index.ts'
import type { Tally, ReadBody } from '../csv/read.ts'
import { shown } from '../problems.ts'
import type { CellProblem } from '../problems.ts'
import { textOfChunks } from '../rows.ts'

/** Characters of one line that are read. */
const LINE_CHARACTERS_MAX = 8_000_000

const entrySchema = z.object({
  sequence: z.int().min(1),
  recorded: z.iso.datetime(),
  by: z.string().min(1),
})

/** Streams: a line is given out before the next is read. Throws `ExchangeError` when the file is not UTF-8. */
export async function* readJsonLines(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  tally: Tally,
): AsyncGenerator<ReadBody> {
  for await (const { text, row, isTooLong } of linesOf(textOfChunks(file, chunks))) {
    if (text.trim() === '' && !isTooLong) continue
    const read = isTooLong
      ? { problem: { file, row, why: `The line is longer than ${LINE_CHARACTERS_MAX} characters.`, remedy: again } }
      : readLine(file, row, text)
    if ('problem' in read) tally.refused(1, 1, [read.problem])
    else {
      tally.kept(1)
      yield read
    }
  }
}

const again = 'Export the case again; one line holds one entry.'

interface Line {
  readonly text: string
  readonly row: number
  readonly isTooLong: boolean
}

async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<Line> {
  let [row, held, length] = [1, [] as string[], 0]
  const line = (): Line => ({ text: held.join(''), row, isTooLong: length > LINE_CHARACTERS_MAX })
  for await (const chunk of chunks) {
    const parts = chunk.split('\n')
    for (const [index, part] of parts.entries()) {
      if (index > 0) {
        yield line()
        row += 1
        held = []
        length = 0
      }
      length += part.length
      if (length <= LINE_CHARACTERS_MAX) held.push(part)
    }
  }
  if (length > 0) yield line()
}

function readLine(file: string, row: number, text: string): ReadBody | { readonly problem: CellProblem } {
  const problem = (why: string, remedy: string): { readonly problem: CellProblem } => ({
    problem: { file, row, value: shown(text), why, remedy },
  })
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return problem('is no JSON.', again)
  }
  const entry = entrySchema.safeParse(data)
  if (!entry.success) return problem('does not say its sequence, recorded and by.', again)
  const { sequence: _sequence, recorded: _recorded, by: _by, ...body } = data as Readonly<Record<string, unknown>>
  const parsed = BodySchema.safeParse(body)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return problem(`does not fit: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.`, again)
  }
  return { body: parsed.data, file, row, entry: entry.data }
}
