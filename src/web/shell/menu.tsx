import { type ReactNode } from 'react'
import { casePath, leaving, screens } from '../route.ts'
import { To } from '../ui/parts.tsx'
import { useWords } from '../words.ts'

/** The screens of a case, and the one act that belongs to all of them. */
export function Menu({
  caseId,
  screen,
  onRecord,
}: {
  caseId: string
  screen: string
  onRecord: () => void
}): ReactNode {
  const word = useWords()
  return (
    <nav aria-label={word('menu')} className="menu">
      <ul>
        {screens.map((name) => (
          <li key={name}>
            <To path={casePath(caseId, name)} change={leaving} current={name === screen}>
              {word(name)}
            </To>
          </li>
        ))}
      </ul>
      <button type="button" onClick={onRecord}>
        {word('recordEvent')}
      </button>
    </nav>
  )
}
