/**
 * `npm run bench:names`: how well names are matched, and how fast many are screened.
 *
 * With the path of a file of labelled pairs (columns schema, name1, name2, is_match, as in nomenklatura's name
 * bench) measures on it, in two halves by hash: the thresholds were set on the one, the other is reported.
 * Without it, says so and measures only on the spellings of the project's own tests.
 */
import { existsSync, readFileSync } from 'node:fs'
import { ASK_SCORE_MIN, compareNames, PROPOSE_SCORE_MIN, screeningIndex } from '../src/people/index.ts'
import { differentPersons, spelledPersons } from '../src/people/testing.ts'
import { type LabelledPair, readPairs } from './names-pairs.ts'
import { generatedNames } from './names-many.ts'
import { tableText } from './table.ts'
import { reportTargets, type Target } from './targets.ts'
import { machine } from './timing.ts'

interface Quality {
  readonly auc: number
  readonly positives: number
  readonly negatives: number
  readonly falseMerges: number
  readonly recall: number
  readonly falseQuestions: number
  readonly recallWithQuestions: number
}

function qualityOf(pairs: readonly LabelledPair[]): Quality {
  const scored = pairs.map(({ a, b, languageA, same }) => ({
    same,
    score: compareNames(a, b, { languageA }).score,
  }))
  const yes = scored.filter(({ same }) => same).map(({ score }) => score)
  const no = scored.filter(({ same }) => !same).map(({ score }) => score)
  const wins = yes.reduce((sum, y) => sum + no.reduce((won, n) => won + (y > n ? 1 : y === n ? 0.5 : 0), 0), 0)
  const share = (scores: readonly number[], from: number): number =>
    scores.length === 0 ? 0 : scores.filter((score) => score >= from).length / scores.length
  return {
    auc: wins / Math.max(1, yes.length * no.length),
    positives: yes.length,
    negatives: no.length,
    falseMerges: share(no, PROPOSE_SCORE_MIN),
    recall: share(yes, PROPOSE_SCORE_MIN),
    falseQuestions: share(no, ASK_SCORE_MIN),
    recallWithQuestions: share(yes, ASK_SCORE_MIN),
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
const rowOf = (what: string, q: Quality): string[] => [
  what,
  `${q.positives} / ${q.negatives}`,
  q.auc.toFixed(3),
  percent(q.falseMerges),
  percent(q.recall),
  percent(q.falseQuestions),
  percent(q.recallWithQuestions),
]

/** Every spelling of a person against the person, and against every other one. */
function ownPairs(): readonly LabelledPair[] {
  const pairs: LabelledPair[] = differentPersons.map(([a, b]) => ({ a, b, same: false }))
  for (const { name, spellings } of spelledPersons) {
    for (const spelling of spellings) {
      const { text, language } = typeof spelling === 'string' ? { text: spelling, language: undefined } : spelling
      for (const other of spelledPersons) {
        pairs.push({ a: text, b: other.name, languageA: language, same: other.name === name })
      }
    }
  }
  return pairs
}

const NAMES_SCREENED_AGAINST = 64_000
const NAMES_ASKED = 2_000
/** Names that are asked about before the clock runs. */
const NAMES_WARMING = 200

interface Speed {
  readonly buildSeconds: number
  readonly perSecond: number
  readonly slowestMilliseconds: number
  readonly found: number
  readonly asked: number
}

/** Half of the names asked about are held in another spelling, half are not held. */
function screeningSpeed(): Speed {
  const many = generatedNames(NAMES_SCREENED_AGAINST)
  const built = performance.now()
  const known = spelledPersons.map(({ name }) => name)
  const index = screeningIndex([...many, ...known].map((name) => [name, name] as const))
  const buildSeconds = (performance.now() - built) / 1000
  const strangers = generatedNames(NAMES_ASKED, 7_654_321)
  for (const name of strangers.slice(0, NAMES_WARMING)) index.screen(name)
  let slowestMilliseconds = 0
  const start = performance.now()
  for (const name of strangers) {
    const before = performance.now()
    index.screen(name)
    slowestMilliseconds = Math.max(slowestMilliseconds, performance.now() - before)
  }
  const perSecond = NAMES_ASKED / ((performance.now() - start) / 1000)
  const spelled = spelledPersons.flatMap(({ name, spellings }) => spellings.map((spelling) => ({ name, spelling })))
  const found = spelled.filter(({ name, spelling }) => {
    const { text, language } = typeof spelling === 'string' ? { text: spelling, language: undefined } : spelling
    return index.screen(text, { languageA: language }).some(({ key }) => key === name)
  })
  return { buildSeconds, perSecond, slowestMilliseconds, found: found.length, asked: spelled.length }
}

const print = (text: string): void => void process.stdout.write(`${text}\n`)

print(`Forestay bench of names\n${machine()}\n`)
const own = qualityOf(ownPairs())
const rows = [rowOf('spellings in this project', own)]
const path = process.argv[2]
let reported = own
if (path !== undefined && existsSync(path)) {
  const pairs = readPairs(readFileSync(path, 'utf8'))
  rows.push(rowOf('labelled pairs, half for tuning', qualityOf(pairs.filter(({ tuning }) => tuning === true))))
  reported = qualityOf(pairs.filter(({ tuning }) => tuning === false))
  rows.push(rowOf('labelled pairs, half held out', reported))
  rows.push(rowOf('labelled pairs, all', qualityOf(pairs)))
} else {
  print(
    'No labelled pairs: give the path of a file of pairs to measure on it (npm run bench:names -- PAIRS.csv).\n',
  )
}
const columns = [
  '',
  'same / different',
  'AUC',
  'false merges',
  'recall',
  'false questions',
  'recall with questions',
]
print(`At the shipped thresholds: propose from ${PROPOSE_SCORE_MIN}, ask from ${ASK_SCORE_MIN}.\n`)
print(tableText(columns, rows))
const speed = screeningSpeed()
print(`\nScreening against ${NAMES_SCREENED_AGAINST} generated names: built in ${speed.buildSeconds.toFixed(1)} s, \
slowest name ${speed.slowestMilliseconds.toFixed(0)} ms.`)
const targets: readonly Target[] = [
  {
    what: path === undefined ? 'false merges, own spellings' : 'false merges, held out',
    aim: 'at most 1 %',
    measured: percent(reported.falseMerges),
    met: reported.falseMerges <= 0.01,
  },
  {
    what: `names screened against ${NAMES_SCREENED_AGAINST}`,
    aim: 'at least 200 a second',
    measured: `${speed.perSecond.toFixed(0)} a second`,
    met: speed.perSecond >= 200,
  },
  {
    what: 'spellings of the record found by screening',
    aim: 'all',
    measured: `${speed.found} of ${speed.asked}`,
    met: speed.found === speed.asked,
  },
]
reportTargets(targets)
