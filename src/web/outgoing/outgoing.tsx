import { type ReactNode } from 'react'
import { useWords } from '../words.ts'

/** The place of what goes out; empty until it can be made. */
export function OutgoingScreen(): ReactNode {
  const word = useWords()
  return <p className="quiet">{word('reservedOutgoing')}</p>
}
