/** One proposal: what it would enter, on which words, beside what the record has; and the decision about it. */
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { casePath, go } from '../route.ts'
import { dateText } from '../ui/dates.ts'
import { Badge, To } from '../ui/parts.tsx'
import { useLanguage, useProperty, useWords, type Word } from '../words.ts'
import type { Deciding } from './deciding.ts'
import { KindOf, type Proposal } from './kinds.tsx'

type Link = Proposal['links'][number]

const linkWords: Readonly<Record<Link['kind'], Word>> = {
  'same-person': 'linkSamePerson',
  'perhaps-same-person': 'linkPerhaps',
  'same-event': 'linkSameEvent',
  'rival-date': 'linkRival',
}

const NEW = 'new'

/** What is taken when nobody chooses: what is likely the same, never what only may be. */
const likeliest = (links: readonly Link[]): string =>
  links.find(({ kind }) => kind !== 'perhaps-same-person')?.to ?? NEW

interface RowProps {
  readonly caseId: string
  readonly proposal: Proposal
  readonly chosen: boolean
  readonly deciding: Deciding
}

export function ProposalRow({ caseId, proposal, chosen, deciding }: RowProps): ReactNode {
  const word = useWords()
  const [meant, setMeant] = useState(likeliest(proposal.links))
  const [asking, setAsking] = useState<'correct' | 'refuse'>()
  const { id, links } = proposal
  // What is chosen is brought into sight; while the mouse is down that would move the button from under it.
  const pressed = useRef(false)
  const choose = (): void => {
    if (!chosen) go(window.location.pathname, { claim: id }, true)
  }
  const same = links.length === 0 ? {} : { sameAs: meant }
  const send = (decision: 'correct' | 'refuse', text: string): void => {
    if (decision === 'refuse') deciding.send(id, { decision, because: text, ...same })
    else if (text !== '') deciding.send(id, { decision, value: text, ...same })
  }
  return (
    <li
      id={`claim-${id}`}
      data-row
      data-claim={id}
      tabIndex={0}
      className={chosen ? 'proposal chosen' : 'proposal'}
      onPointerDown={() => {
        pressed.current = true
      }}
      onFocus={() => {
        if (!pressed.current) choose()
      }}
      onClick={() => {
        pressed.current = false
        choose()
      }}
    >
      <Entered proposal={proposal} meant={meant} />
      <blockquote>{proposal.words.text}</blockquote>
      <Told proposal={proposal} />
      <Links caseId={caseId} proposal={proposal} meant={meant} onMeant={setMeant} />
      <p className="claim-acts">
        <button
          type="button"
          data-act="accept"
          disabled={deciding.busy}
          onClick={() => deciding.send(id, { decision: 'accept', ...same })}
        >
          {word('accept')} <kbd>a</kbd>
        </button>
        <button type="button" data-act="correct" onClick={() => setAsking('correct')}>
          {word('correct')} <kbd>e</kbd>
        </button>
        <button type="button" data-act="refuse" onClick={() => setAsking('refuse')}>
          {word('refuse')} <kbd>r</kbd>
        </button>
      </p>
      {asking === undefined ? null : (
        <Asking
          key={asking}
          asking={asking}
          value={asking === 'correct' ? correctable(proposal) : ''}
          busy={deciding.busy}
          onSend={(text) => send(asking, text)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </li>
  )
}

interface AskingProps {
  readonly asking: 'correct' | 'refuse'
  readonly value: string
  readonly busy: boolean
  readonly onSend: (text: string) => void
  readonly onClose: () => void
}

/** What should stand instead, or why it is refused: asked for in place. */
function Asking({ asking, value, busy, onSend, onClose }: AskingProps): ReactNode {
  const word = useWords()
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('typed')
    onSend(typeof typed === 'string' ? typed.trim() : '')
  }
  return (
    <form
      className="inline"
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <label className="field grow">
        <span>{word(asking === 'correct' ? 'instead' : 'whyRefuse')}</span>
        <input name="typed" autoFocus required={asking === 'correct'} maxLength={2000} defaultValue={value} />
      </label>
      <button type="submit" className="primary" disabled={busy}>
        {word(asking)}
      </button>
      <button type="button" onClick={onClose}>
        {word('cancel')}
      </button>
    </form>
  )
}

/** What a correction corrects: the date of an event, the value of anything else. */
function correctable({ kind, enters }: Proposal): string {
  const ofEvent = kind === 'event' || kind === 'assurance'
  return (ofEvent ? enters.find(({ property }) => property === 'date') : enters[0])?.value ?? ''
}

/** The claims that accepting would enter, in words. */
function Entered({ proposal, meant }: { proposal: Proposal; meant: string }): ReactNode {
  const word = useWords()
  const language = useLanguage()
  const property = useProperty()
  const { enters, links, kind } = proposal
  const [first] = enters
  if (first === undefined) return null
  const link = links.find(({ to }) => to === meant)
  const asProposed = links.length === 0 || meant === likeliest(links)
  const title = asProposed ? first.subjectTitle : (link?.title ?? first.subjectTitle)
  const isNew = asProposed ? first.isNew : meant === NEW
  return (
    <p className="claim-line">
      <KindOf proposal={proposal} /> <strong>{title}</strong>
      {isNew ? <span className="quiet"> ({word('isNewHere')})</span> : null}
      {' – '}
      {enters.map((one, index) => (
        <span key={one.property}>
          {index === 0 ? '' : ', '}
          {one.denied ? <em>{word('denies')}: </em> : null}
          {property(one.property)} <strong>{one.value === 'true' ? '' : dateText(one.valueTitle, language)}</strong>
        </span>
      ))}
      {kind === 'event' && !enters.some((one) => one.property === 'date') ? (
        <span className="quiet">, {word('dateUnknown')}</span>
      ) : null}
    </p>
  )
}

/** Who speaks, from whom they have it, what was worked out. */
function Told({ proposal }: { proposal: Proposal }): ReactNode {
  const word = useWords()
  const { speaker, accordingTo, fields, mentions } = proposal
  const inferred = [...Object.values(fields), ...(speaker === null ? [] : [speaker])].flatMap((one) =>
    one.inferred === null ? [] : [one.inferred],
  )
  const parts = [
    ...(speaker === null ? [] : [`${word('saidBy')}: ${speaker.name}`]),
    ...(accordingTo === null
      ? []
      : [
          `${word('hearsay')} ` +
            `${accordingTo.name}${accordingTo.through === null ? '' : ` (${accordingTo.through.value})`}`,
        ]),
    ...(mentions.length === 0
      ? []
      : [`${mentions.length} ${word(mentions.length === 1 ? 'furtherOne' : 'further')}`]),
    ...inferred.map((how) => `${word('workedOut')}: ${how}`),
  ]
  return parts.length === 0 ? null : <p className="quiet small">{parts.join(' · ')}</p>
}

interface LinksProps {
  readonly caseId: string
  readonly proposal: Proposal
  readonly meant: string
  readonly onMeant: (meant: string) => void
}

/** What the record has on it; the reader says which one is meant. */
function Links({ caseId, proposal, meant, onMeant }: LinksProps): ReactNode {
  const word = useWords()
  const { links, kind, id } = proposal
  if (links.length === 0) return null
  const isPerson = kind === 'person'
  return (
    <fieldset className="links">
      <legend>{word(isPerson ? 'whichPerson' : 'whichEventIs')}</legend>
      {links.map((link) => (
        <label key={link.to}>
          <input type="radio" name={`meant-${id}`} checked={meant === link.to} onChange={() => onMeant(link.to)} />{' '}
          <To path={casePath(caseId, isPerson ? 'people' : 'timeline')} change={{ claim: undefined }}>
            {link.title}
          </To>{' '}
          <small className="quiet">{word(linkWords[link.kind])}</small>
          {link.kind === 'rival-date' ? (
            <>
              {' '}
              <Badge state="contested">{word('rivalDates')}</Badge>
            </>
          ) : null}
        </label>
      ))}
      <label>
        <input type="radio" name={`meant-${id}`} checked={meant === NEW} onChange={() => onMeant(NEW)} />{' '}
        {word(isPerson ? 'somebodyElse' : 'anotherEvent')}
      </label>
    </fieldset>
  )
}
