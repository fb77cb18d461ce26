/** What is asked of a case, from the address to the program's address. */
import { type Route } from '../route.ts'

/** `at=…&knownBy=…&audience=…&lang=…` for the program. */
export function askedQuery({ query }: Route, more: Readonly<Record<string, string>> = {}): string {
  const asked = new URLSearchParams()
  for (const name of ['at', 'knownBy', 'audience', 'lang']) {
    const value = query.get(name)
    if (value !== null && value !== '') asked.set(name, value)
  }
  for (const [name, value] of Object.entries(more)) asked.set(name, value)
  return asked.toString()
}
