/** Whether the paper may leave the desk, the steps that are open to whoever is signed in, and the files. */
import { type ReactNode, useState } from 'react'
import { field, newId } from '../acts/build.ts'
import { go } from '../route.ts'
import { dateText } from '../ui/dates.ts'
import { Badge, Section } from '../ui/parts.tsx'
import { Field, Sheet } from '../ui/sheet.tsx'
import { useLanguage, type Word, useWords } from '../words.ts'
import { type Drafted, type PaperAsked, paperPath, releaseWords } from './asked.ts'

type Step = 'asked' | 'approved' | 'refused' | 'withdrawn'

const stepWords: Readonly<Record<Step, Word>> = {
  asked: 'askRelease',
  approved: 'agreeRelease',
  refused: 'refuseRelease',
  withdrawn: 'withdrawRelease',
}

interface ReleaseProps {
  readonly asked: PaperAsked
  readonly draft: Drafted
}

export function ReleasePart({ asked, draft }: ReleaseProps): ReactNode {
  const word = useWords()
  const [taking, setTaking] = useState<Step>()
  const { release, steps, content, blocked, knownBy } = draft
  // What is asked for is the paper of this very moment: the address names it, so that tomorrow it is still this one.
  const close = (): void => {
    setTaking(undefined)
    go(window.location.pathname, { knownBy }, true)
  }
  const open = [
    ...(steps.ask ? (['asked'] as const) : []),
    ...(steps.approve ? (['approved'] as const) : []),
    ...(steps.refuse ? (['refused'] as const) : []),
    ...(steps.withdraw ? (['withdrawn'] as const) : []),
  ]
  return (
    <Section title={word('releaseTitle')} id="release">
      <p>
        <Badge state={release.status === 'released' ? 'open' : 'unknown'}>
          {word(releaseWords[release.status])}
        </Badge>
      </p>
      <Taken release={release} />
      {steps.own ? <p>{word('ownRelease')}</p> : null}
      {blocked.length > 0 ? <p>{word('blockedRelease')}</p> : null}
      <p className="claim-acts">
        {open.map((step) => (
          <button key={step} type="button" data-step={step} onClick={() => setTaking(step)}>
            {word(stepWords[step])}
          </button>
        ))}
      </p>
      <p className="quiet small">{word('releaseMeans')}</p>
      <OtherTexts texts={draft.otherTexts} />
      <details className="small quiet">
        <summary>{word('exactText')}</summary>
        <code>{content}</code>
      </details>
      {taking === undefined ? null : <StepForm asked={asked} draft={draft} step={taking} onClose={close} />}
    </Section>
  )
}

function Taken({ release }: { release: Drafted['release'] }): ReactNode {
  const word = useWords()
  const { askedBy, decidedBy, because } = release
  return (
    <p className="small">
      {askedBy === null ? null : (
        <>
          {word('askedByWhom')} <strong>{askedBy}</strong>{' '}
        </>
      )}
      {decidedBy === null ? null : (
        <>
          · {word('decidedByWhom')} <strong>{decidedBy}</strong>{' '}
        </>
      )}
      {because === null ? null : <q>{because}</q>}
    </p>
  )
}

/** Somebody who was asked to agree and sees another text is told that there is one. */
function OtherTexts({ texts }: { texts: Drafted['otherTexts'] }): ReactNode {
  const word = useWords()
  const language = useLanguage()
  if (texts.length === 0) return null
  return (
    <>
      <p className="small">{word('otherTexts')}</p>
      <ul className="lines">
        {texts.map(({ status, askedBy, recorded }) => (
          <li key={`${askedBy} ${recorded}`}>
            {word(releaseWords[status])}, {word('askedByWhom')} <strong>{askedBy}</strong>,{' '}
            {dateText(recorded.slice(0, 10), language)}
          </li>
        ))}
      </ul>
    </>
  )
}

/** One step: who takes it is whoever is signed in, and stands nowhere else. */
function StepForm({ asked, draft, step, onClose }: ReleaseProps & { step: Step; onClose: () => void }): ReactNode {
  const word = useWords()
  const needsReason = step === 'refused' || step === 'withdrawn'
  const { kind, audience, title } = draft.paper
  return (
    <Sheet
      title={`${word(stepWords[step])}: ${title}`}
      caseId={asked.caseId}
      draft={`release ${step} ${draft.content}`}
      onClose={onClose}
      bodies={(data) => {
        const because = field(data, 'because')
        return [
          {
            kind: 'release',
            release: {
              id: newId('release'),
              step,
              paper: kind,
              audience,
              content: draft.content,
              ...(because === '' ? {} : { because }),
            },
          },
        ]
      }}
    >
      <p className="quiet">{word('releaseMeans')}</p>
      <Field label={word(needsReason ? 'because' : 'optionalReason')}>
        <textarea name="because" rows={3} required={needsReason} maxLength={2000} />
      </Field>
    </Sheet>
  )
}

export function FilesPart({ asked, draft }: ReleaseProps): ReactNode {
  const word = useWords()
  const { release, blocked, paper, gaps } = draft
  const formats = [
    ['pdf', 'PDF'],
    ['docx', word('fileWord')],
    ['html', 'HTML'],
    ['text', word('filePlain')],
  ] as const
  return (
    <Section title={word('filesTitle')} id="files">
      {blocked.length > 0 ? (
        <p>{word('blockedRelease')}</p>
      ) : (
        <>
          <p className="quiet small">{word(release.status === 'released' ? 'filesReleased' : 'filesDraft')}</p>
          <ul className="files">
            {formats.map(([format, name]) => (
              <li key={format}>
                <a href={paperPath(asked, '/file', { format })} download data-file={format}>
                  {name}
                </a>
              </li>
            ))}
            {paper.exhibits.length === 0 ? null : (
              <li>
                <a href={paperPath(asked, '/file', { format: 'pdf', exhibits: 'yes' })} download>
                  {word('fileExhibits')}
                </a>
              </li>
            )}
          </ul>
        </>
      )}
      {gaps.length === 0 ? null : (
        <p>
          <a href={paperPath(asked, '/gaps', { format: 'pdf' })} download>
            {word('fileGaps')}
          </a>
        </p>
      )}
    </Section>
  )
}
