/** The paper as it would read, sentence by sentence; what may not go out is struck, with why and what to do. */
import { type KeyboardEvent, type ReactNode } from 'react'
import { Badge } from '../ui/parts.tsx'
import { useWords } from '../words.ts'
import { type Block, type Drafted, originWords, type Sentence, sentencesOf } from './asked.ts'

interface Reading {
  readonly draft: Drafted
  readonly chosen: Sentence | undefined
  readonly onChoose: (sentence: Sentence) => void
  /** Enter on a sentence: on to its sources. */
  readonly onEnter: () => void
  readonly onWrite: (slot: string) => void
}

export function PaperView(props: Reading): ReactNode {
  const { draft } = props
  const { paper } = draft
  const face = draft.blocked.filter(({ section }) => section === 'face')
  return (
    <article className="sheet-of-paper" aria-label={paper.title} lang={paper.language}>
      {paper.mark === '' ? null : <p className="paper-mark">{paper.mark}</p>}
      {paper.marking.map((line) => (
        <p key={line} className="marking">
          {line}
        </p>
      ))}
      {paper.addressee.length === 0 ? null : (
        <address className="addressee">
          {paper.addressee.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </address>
      )}
      <h2 className="paper-title">{paper.title}</h2>
      <p>{paper.dated}</p>
      <BlockedNotes blocked={face} onFace />
      {paper.sections.map((section, index) => (
        <section key={section.id} aria-labelledby={`part-${section.id}`}>
          <h3 id={`part-${section.id}`}>
            {index + 1}. {section.heading}
          </h3>
          {section.blocks.map((block, at) => (
            <div key={at}>
              <BlockView block={block} section={section.id} {...props} />
              <BlockedNotes
                blocked={draft.blocked.filter(
                  (one) => one.section === section.id && sentencesOf(block).some(({ text }) => text === one.text),
                )}
              />
            </div>
          ))}
          <WriteHere section={section.id} {...props} />
        </section>
      ))}
      <Ends draft={draft} />
    </article>
  )
}

/** What stands behind the last section: exhibits, then the sources by number. */
function Ends({ draft: { paper } }: Pick<Reading, 'draft'>): ReactNode {
  const word = useWords()
  return (
    <>
      {paper.exhibits.length === 0 ? null : (
        <section aria-labelledby="part-exhibits">
          <h3 id="part-exhibits">{word('exhibits')}</h3>
          <ol>
            {paper.exhibits.map(({ number, title, date, missing }) => (
              <li key={number} value={number}>
                {title}
                {date === null ? null : <>, {date}</>}
                {missing === null ? null : (
                  <>
                    {' '}
                    <Badge state="unknown">{word('notAttached')}</Badge> {missing}
                  </>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
      {paper.sources.length === 0 ? null : (
        <section aria-labelledby="part-sources">
          <h3 id="part-sources">{word('footnotes')}</h3>
          <ol className="small">
            {paper.sources.map(({ number, text }) => (
              <li key={number} value={number}>
                {text}
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}

function WriteHere({ section, draft, onWrite }: Reading & { section: string }): ReactNode {
  const word = useWords()
  const slots = draft.written.filter((one) => one.section === section)
  if (slots.length === 0) return null
  return (
    <p className="paper-acts">
      {slots.map(({ slot, text, heading }) => (
        <button key={slot} type="button" onClick={() => onWrite(slot)}>
          {word(text === null ? 'writePart' : 'changePart')}: {slots.length === 1 ? heading : slot}
        </button>
      ))}
    </p>
  )
}

function BlockView({ block, ...props }: Reading & { block: Block; section: string }): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <TextView text={block.text} {...props} />
        </p>
      )
    case 'quote':
      return (
        <blockquote>
          <p>
            <TextView text={block.text} {...props} />
          </p>
          <footer className="quiet">{block.speaker}</footer>
        </blockquote>
      )
    case 'list': {
      const items = block.items.map((text, index) => (
        <li key={index}>
          <TextView text={text} {...props} />
        </li>
      ))
      return block.numbered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'fields':
      return (
        <dl className="paper-fields">
          {block.rows.map(({ label, value }, index) => (
            <div key={index}>
              <dt>{label}</dt>
              <dd>
                <TextView text={value} {...props} />
              </dd>
            </div>
          ))}
        </dl>
      )
    case 'table':
      return <TableView block={block} {...props} />
  }
}

function TableView({
  block,
  ...props
}: Reading & { block: Extract<Block, { kind: 'table' }>; section: string }): ReactNode {
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            {block.head.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, index) => (
            <tr key={index}>
              {row.map((text, at) => (
                <td key={at}>
                  <TextView text={text} {...props} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function TextView({ text, ...props }: Reading & { text: readonly Sentence[]; section: string }): ReactNode {
  return (
    <>
      {text.map((sentence, index) => (
        <SentenceView key={index} sentence={sentence} {...props} />
      ))}
    </>
  )
}

function SentenceView(props: Reading & { sentence: Sentence; section: string }): ReactNode {
  const { sentence, section, draft, chosen, onChoose, onEnter } = props
  const word = useWords()
  const blocked = draft.blocked.some((one) => one.section === section && one.text === sentence.text)
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onEnter()
  }
  const says = blocked ? <s>{sentence.text}</s> : sentence.text
  return (
    <>
      <span
        role="button"
        tabIndex={0}
        data-row
        className={`sentence from-${sentence.origin}${chosen === sentence ? ' chosen' : ''}`}
        aria-pressed={chosen === sentence}
        aria-describedby={`origin-${sentence.origin}`}
        onFocus={() => onChoose(sentence)}
        onClick={() => onChoose(sentence)}
        onKeyDown={press}
      >
        {says}
      </span>
      {blocked ? (
        <>
          {' '}
          <Badge state="refused">{word('blockedMark')}</Badge>
        </>
      ) : null}
      {sentence.notes.length === 0 ? null : <sup>{sentence.notes.join(', ')}</sup>}
      {sentence.exhibits.map((number) => (
        <span key={number} className="small">
          {' '}
          [{word('exhibit')} {number}]
        </span>
      ))}{' '}
    </>
  )
}

function BlockedNotes({ blocked, onFace }: { blocked: Drafted['blocked']; onFace?: boolean }): ReactNode {
  const word = useWords()
  return (
    <>
      {blocked.map(({ text, why, todo }) => (
        <div key={text} className="refused" role="note">
          {onFace === true ? (
            <p>
              {word('blockedFace')}: <s>{text}</s>
            </p>
          ) : null}
          <p className="refused-what">{why}</p>
          <p>
            <strong>{word('howToGoOn')}:</strong> {todo}
          </p>
        </div>
      ))}
    </>
  )
}

/** What the lines under sentences mean. */
export function Legend(): ReactNode {
  const word = useWords()
  return (
    <dl className="legend" aria-label={word('originLegend')}>
      {(['record', 'person', 'law', 'template'] as const).map((origin) => (
        <div key={origin}>
          <dt aria-hidden="true">
            <span className={`sentence from-${origin}`}>Abc</span>
          </dt>
          <dd id={`origin-${origin}`}>{word(originWords[origin])}</dd>
        </div>
      ))}
    </dl>
  )
}
