import { posix } from 'node:path'
import { lineAt } from './project.ts'
import type { Rule } from './project.ts'

/** A relative link in a document leads to a file or folder that is there. */
export const links: Rule = ({ files }) => {
  const present = new Set<string>()
  for (const { path } of files) {
    for (let at = path; at !== '.'; at = posix.dirname(at)) present.add(at)
  }
  return files
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap((file) => {
      const prose = file.text.replace(/```[\s\S]*?```/g, (block) => block.replace(/[^\n]/g, ' '))
      return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap((match) => {
        const target = (match[1] ?? '').replace(/#.*$/, '')
        if (target === '' || /^[a-z]+:/.test(target)) return []
        const path = posix.join(posix.dirname(file.path), target).replace(/\/$/, '')
        return present.has(path)
          ? []
          : [
              {
                path: file.path,
                line: lineAt(prose, match.index),
                message: `links to ${target}, which is not there`,
              },
            ]
      })
    })
}
