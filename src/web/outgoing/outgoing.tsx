/** What goes out: choose a paper, see what every sentence rests on, write what people write, let it out by two. */
import { type ReactNode, useCallback, useRef, useState } from 'react'
import type { DraftAnswer, PapersAnswer } from '../../publish/index.ts'
import { useAnswer } from '../api.ts'
import { useRoute } from '../route.ts'
import { dateText } from '../ui/dates.ts'
import { Shown } from '../ui/parts.tsx'
import { useLanguage, useWords } from '../words.ts'
import { type Drafted, type PaperAsked, paperAsked, paperPath, type Sentence } from './asked.ts'
import { PaperChoice, type PaperLine } from './choose.tsx'
import { RulingForm, type RulingPreset } from './disclose.tsx'
import { ChangedSince, HeldBack, Identified, Missing, WrittenParts } from './known.tsx'
import { Lens } from './lens.tsx'
import { Legend, PaperView } from './paper.tsx'
import { FilesPart, ReleasePart } from './release.tsx'
import { WriteForm } from './write.tsx'

export function OutgoingScreen({ caseId }: { caseId: string }): ReactNode {
  const route = useRoute()
  const page = useLanguage()
  const word = useWords()
  const list = (state: string): string => {
    const query = new URLSearchParams(paperAsked(route, page, '').query)
    query.delete('audience')
    query.set('state', state)
    return `/api/cases/${encodeURIComponent(caseId)}/papers?${query.toString()}`
  }
  const kinds = useAnswer<PapersAnswer>(list('no'))
  const asked = paperAsked(route, page, chosenOf(kinds.value?.papers ?? [], route.item)?.kind ?? '')
  const draft = useAnswer<DraftAnswer>(asked.kind === '' ? undefined : paperPath(asked))
  // The state of all papers takes a draft of each, so it waits until the chosen one stands.
  const states = useAnswer<PapersAnswer>(draft.state === 'ready' ? list('yes') : undefined)
  return (
    <Shown loaded={kinds}>
      {({ papers }) => {
        if (papers.length === 0) return <p>{word('noPapers')}</p>
        const shown = states.value?.papers ?? papers
        return (
          <div className="outgoing">
            <PaperChoice caseId={caseId} papers={shown} chosen={chosenOf(shown, route.item)} route={route} />
            <div>
              <Shown loaded={draft}>
                {(value) => <DraftView key={`${asked.kind} ${asked.query}`} asked={asked} draft={value} />}
              </Shown>
            </div>
          </div>
        )
      }}
    </Shown>
  )
}

/** The kind that the address names, else the first. */
const chosenOf = (papers: readonly PaperLine[], kind: string | undefined): PaperLine | undefined =>
  papers.find((paper) => paper.kind === kind) ?? papers[0]

function DraftView({ asked, draft }: { asked: PaperAsked; draft: Drafted }): ReactNode {
  const word = useWords()
  const language = useLanguage()
  const [chosen, setChosen] = useState<Sentence>()
  const [writing, setWriting] = useState<string>()
  const [ruling, setRuling] = useState<RulingPreset | 'any'>()
  const lens = useRef<HTMLElement>(null)
  const toSources = useCallback((): void => {
    const first = lens.current?.querySelector('a')
    ;(first ?? lens.current)?.focus()
  }, [])
  const slot = draft.written.find((one) => one.slot === writing)
  return (
    <div className="draft">
      <div className="draft-paper">
        <p className="quiet small">
          {word('paperAsKnown')} {dateText(draft.knownBy, language)}
        </p>
        <Legend />
        <PaperView draft={draft} chosen={chosen} onChoose={setChosen} onEnter={toSources} onWrite={setWriting} />
        <Lens
          caseId={asked.caseId}
          draft={draft}
          sentence={chosen}
          place={lens}
          onRule={(claim) => setRuling({ of: 'claim', thing: claim })}
        />
      </div>
      <div className="draft-known">
        <ReleasePart asked={asked} draft={draft} />
        <FilesPart asked={asked} draft={draft} />
        <ChangedSince draft={draft} onWrite={setWriting} />
        <Missing draft={draft} onWrite={setWriting} />
        <WrittenParts draft={draft} onWrite={setWriting} />
        <Identified draft={draft} />
        <HeldBack draft={draft} onRule={() => setRuling('any')} />
      </div>
      {slot === undefined ? null : <WriteForm asked={asked} slot={slot} onClose={() => setWriting(undefined)} />}
      {ruling === undefined ? null : (
        <RulingForm
          caseId={asked.caseId}
          preset={ruling === 'any' ? undefined : ruling}
          onClose={() => setRuling(undefined)}
        />
      )}
    </div>
  )
}
