import { eventVocabulary, packSources, precedentBook } from '../casework/index.ts'
import { z } from 'zod'
import { coverageProblems, loadLaw, type Problem, runExamples } from '../law/index.ts'
import type { Arguments, Context, ExitCode } from './command.ts'

const ProblemAnswer = z.strictObject({ file: z.string(), line: z.number(), what: z.string(), remedy: z.string() })
export const LawCheckAnswer = z.strictObject({
  packs: z.number(),
  examples: z.number(),
  failed: z.array(
    z.strictObject({
      kind: z.string(),
      block: z.string(),
      file: z.string(),
      line: z.number(),
      title: z.string().nullable(),
      differences: z.array(z.strictObject({ what: z.string(), expected: z.string(), got: z.string() })),
    }),
  ),
  problems: z.array(ProblemAnswer),
  gaps: z.array(ProblemAnswer),
})

/** `law check [PACK…]`: reads every pack and the judgments, runs every example, and says where one is missing. */
export async function checkLaw(
  { platform, out, root, json }: Context,
  { positionals }: Arguments,
): Promise<ExitCode> {
  const sources = await packSources(platform.files, root)
  const chosen = (file: string): boolean =>
    positionals.length === 0 || positionals.some((part) => file.startsWith(part.replace(/^\.\//, '')))
  const { law, partial, problems: ofPacks } = loadLaw(sources, await eventVocabulary(platform.files, root))
  const problems = [...ofPacks, ...(await precedentBook(platform.files, root)).problems]
  const results = runExamples({ ...partial, packs: partial.packs.filter(({ file }) => chosen(file)) })
  const failed = results.filter((r) => r.differences.length > 0)
  const gaps = coverageProblems(partial.packs).filter((p) => chosen(p.file))
  const shown = problems.filter((p) => chosen(p.file) || positionals.length === 0)
  if (json) {
    out.json({
      packs: sources.length,
      examples: results.length,
      problems,
      gaps,
      failed: failed.map(({ kind, block, file, line, example, differences }) => ({
        kind,
        block,
        file,
        line,
        title: example.title ?? null,
        differences: [...differences],
      })),
    } satisfies z.infer<typeof LawCheckAnswer>)
    return problems.length + failed.length + gaps.length === 0 ? 0 : 1
  }
  const list = (title: string, items: readonly Problem[]): void => {
    if (items.length === 0) return
    out.heading(title)
    for (const { file, line, what, remedy } of items) {
      out.paragraph(`${file}:${line}`)
      out.paragraph(what, 4)
      out.paragraph(remedy, 4)
    }
  }
  list('Cannot be read', shown)
  if (problems.length > shown.length) out.paragraph(`(${problems.length - shown.length} more in other packs)`)
  list(
    'Examples that do not hold',
    failed.map((r) => ({
      file: r.file,
      line: r.line,
      what: `${r.kind} ${r.block}${r.example.title === undefined ? '' : `: ${r.example.title}`}`,
      remedy: r.differences.map((d) => `${d.what}: expected ${d.expected}, got ${d.got}`).join('; '),
    })),
  )
  list('Examples that are missing', gaps)
  if (shown.length + failed.length + gaps.length > 0) out.blank()
  if (law === undefined)
    out.paragraph(
      `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}: no case is answered until they are mended. The examples ran on what could be read.`,
    )
  out.paragraph(
    `${sources.length} packs, ${results.length} examples: ${results.length - failed.length} hold, ${failed.length} do not; ${gaps.length} missing.`,
  )
  return problems.length + failed.length + gaps.length === 0 ? 0 : 1
}
