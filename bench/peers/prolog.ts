/**
 * The made-up rules in SWI-Prolog (https://www.swi-prolog.org): a meta-interpreter for strong Kleene logic over rules
 * kept as terms, the same with a proof tree, and the rules written out as clauses, which Prolog compiles itself. The
 * time is taken inside Prolog, the least of three; start and loading are not in it.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Cases, type Formula, type RuleSet, wholeOf } from '../rule-set.ts'
import type { PeerResult } from './peer.ts'

const run = promisify(execFile)

export interface PrologResult {
  readonly version: string
  readonly interpreted: PeerResult
  readonly clauses: PeerResult
}

/** Undefined when SWI-Prolog is not installed. */
export async function runProlog(rules: RuleSet, cases: Cases): Promise<PrologResult | undefined> {
  const version = await installedVersion()
  if (version === undefined) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'forestay-bench-'))
  try {
    const program = join(folder, 'bench.pl')
    await writeFile(program, [interpreter, ruleTerms(rules), clauses(rules), caseTerms(cases)].join('\n'))
    const { stdout } = await run(
      'swipl',
      ['-O', '--stack-limit=4g', '-g', 'main', '-t', 'halt', program, '--', folder],
      { maxBuffer: 1 << 20 },
    )
    const seconds = new Map(
      stdout
        .trim()
        .split('\n')
        .map((line) => line.split(' ') as [string, string]),
    )
    const rate = (name: string, count: number): number => count / Number(seconds.get(name) ?? Number.NaN)
    return {
      version,
      interpreted: {
        conclusions: await conclusionsIn(join(folder, 'interpreted.txt')),
        casesPerSecond: rate('interpreted', cases.count),
        explanationsPerSecond: rate('proved', cases.count * rules.rules.length),
        failedCases: 0,
      },
      clauses: {
        conclusions: await conclusionsIn(join(folder, 'compiled.txt')),
        casesPerSecond: rate('compiled', cases.count),
        failedCases: 0,
      },
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function installedVersion(): Promise<string | undefined> {
  try {
    const { stdout } = await run('swipl', ['--version'])
    return stdout.trim().replace(/^SWI-Prolog version (\S+).*$/, '$1')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Written by Prolog as one digit a conclusion, coded as in `record/value.ts`. */
async function conclusionsIn(file: string): Promise<Uint8Array> {
  return Uint8Array.from(await readFile(file), (digit) => digit - 48)
}

const ruleTerms = ({ rules }: RuleSet): string =>
  rules.map((rule, index) => `rule(${index}, ${term(wholeOf(rule))}).`).join('\n')

function term(formula: Formula): string {
  if ('fact' in formula) return `fact(${formula.fact + 1})`
  if ('not' in formula) return `not(${term(formula.not)})`
  return 'all' in formula
    ? `all([${formula.all.map(term).join(', ')}])`
    : `any([${formula.any.map(term).join(', ')}])`
}

/** One clause a rule, a chain of table look-ups over the case's arguments, and one clause that asks them all. */
function clauses({ rules }: RuleSet): string {
  const ruleClauses = rules.map((rule, index) => {
    const goals: string[] = []
    const result = goalsOf(wholeOf(rule), goals)
    return `c${index}(C, V) :- ${goals.join(', ')}, V = ${result}.`
  })
  const variables = rules.map((_, index) => `V${index}`).join(', ')
  const calls = rules.map((_, index) => `c${index}(C, V${index})`).join(', ')
  return [...ruleClauses, `conclude(C, [${variables}]) :- ${calls}.`].join('\n')
}

/** Adds the goals that compute the formula and answers with the variable that then holds its value. */
function goalsOf(formula: Formula, goals: string[]): string {
  const add = (goal: (variable: string) => string): string => {
    const variable = `X${goals.length}`
    goals.push(goal(variable))
    return variable
  }
  if ('fact' in formula) return add((v) => `arg(${formula.fact + 1}, C, ${v})`)
  if ('not' in formula) {
    const part = goalsOf(formula.not, goals)
    return add((v) => `negated(${part}, ${v})`)
  }
  const [table, parts] = 'all' in formula ? (['both', formula.all] as const) : (['either', formula.any] as const)
  return parts
    .map((part) => goalsOf(part, goals))
    .reduce((left, right) => add((v) => `${table}(${left}, ${right}, ${v})`))
}

/** A case is one term whose arguments are its facts: t, f or u. */
function caseTerms({ count, factCount, values }: Cases): string {
  const letters = ['u', 't', 'f']
  return Array.from({ length: count }, (_, index) => {
    const row = values.subarray(index * factCount, (index + 1) * factCount)
    return `case(${index}, c(${Array.from(row, (value) => letters[value]).join(',')})).`
  }).join('\n')
}

const interpreter = String.raw`
negated(t, f). negated(f, t). negated(u, u).
both(t, V, V). both(f, _, f). both(u, t, u). both(u, u, u). both(u, f, f).
either(f, V, V). either(t, _, t). either(u, f, u). either(u, u, u). either(u, t, t).

value(fact(N), C, V) :- arg(N, C, V).
value(not(A), C, V) :- value(A, C, W), negated(W, V).
value(all(As), C, V) :- all_of(As, C, t, V).
value(any(As), C, V) :- any_of(As, C, f, V).
all_of([], _, V, V).
all_of([A|As], C, V0, V) :- ( V0 == f -> V = f ; value(A, C, W), both(V0, W, V1), all_of(As, C, V1, V) ).
any_of([], _, V, V).
any_of([A|As], C, V0, V) :- ( V0 == t -> V = t ; value(A, C, W), either(V0, W, V1), any_of(As, C, V1, V) ).

proof(fact(N), C, V, fact(N, V)) :- arg(N, C, V).
proof(not(A), C, V, not(V, P)) :- proof(A, C, W, P), negated(W, V).
proof(all(As), C, V, all(V, Ps)) :- proofs_all(As, C, t, V, Ps).
proof(any(As), C, V, any(V, Ps)) :- proofs_any(As, C, f, V, Ps).
proofs_all([], _, V, V, []).
proofs_all([A|As], C, V0, V, Ps) :-
  ( V0 == f -> V = f, Ps = [] ; proof(A, C, W, P), Ps = [P|Rest], both(V0, W, V1), proofs_all(As, C, V1, V, Rest) ).
proofs_any([], _, V, V, []).
proofs_any([A|As], C, V0, V, Ps) :-
  ( V0 == t -> V = t, Ps = [] ; proof(A, C, W, P), Ps = [P|Rest], either(V0, W, V1), proofs_any(As, C, V1, V, Rest) ).

interpreted :- forall(case(_, C), forall(rule(_, R), once(value(R, C, _)))).
proved :- forall(case(_, C), forall(rule(_, R), once(proof(R, C, _, _)))).
compiled :- forall(case(_, C), once(conclude(C, _))).

timed(Goal) :-
  findall(S, ( between(1, 3, _), seconds(Goal, S) ), Ss), min_list(Ss, Least), format("~w ~6f~n", [Goal, Least]).
seconds(Goal, Seconds) :- garbage_collect, get_time(Start), call(Goal), get_time(End), Seconds is End - Start.

digit(u, '0'). digit(t, '1'). digit(f, '2').
told(Folder, Name, Goal) :-
  directory_file_path(Folder, Name, Path), open(Path, write, Stream), call(Goal, Stream), close(Stream).
tell_interpreted(S) :- forall(case(_, C), forall(rule(_, R), ( once(value(R, C, V)), digit(V, D), put_char(S, D) ))).
tell_compiled(S) :- forall(case(_, C), ( once(conclude(C, Vs)), maplist(tell_value(S), Vs) )).
tell_value(S, V) :- digit(V, D), put_char(S, D).

main :-
  current_prolog_flag(argv, Argv), last(Argv, Folder),
  timed(interpreted), timed(proved), timed(compiled),
  told(Folder, 'interpreted.txt', tell_interpreted), told(Folder, 'compiled.txt', tell_compiled).
`
