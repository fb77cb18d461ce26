import { z } from 'zod'
import { answers } from '../../src/cli/answers.ts'

/** File name and text of every page of the reference. */
export function referencePages(): Map<string, string> {
  const pages = new Map<string, string>()
  for (const [name, schema] of Object.entries(answers)) {
    const command = `./forestay ${name.replace('law-', 'law ')} --json`
    pages.set(`${name}.schema.json`, `${JSON.stringify({ title: command, ...z.toJSONSchema(schema) }, null, 2)}\n`)
  }
  const rows = Object.keys(answers).map(
    (name) =>
      `| \`./forestay ${name.replace('law-', 'law ')} --json\` | [${name}.schema.json](${name}.schema.json) |`,
  )
  pages.set(
    'README.md',
    `# What programs can rely on\n\nEach of these commands prints one JSON value with \`--json\`. These are its schemas (JSON Schema 2020-12), written from the same\ndefinitions that the program checks itself against; \`npm run reference\` writes them anew.\n\n| command | schema |\n|---|---|\n${rows.join('\n')}\n`,
  )
  return pages
}
