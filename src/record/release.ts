/**
 * Whether a paper may leave the desk: two different people looked at exactly these bytes, one asked, another agreed.
 * Read from the entries and from nothing else, so that no act can leave a wrong answer behind.
 */
import { foldedWords } from './mentions.ts'
import type { Audience, Release, Sha256 } from './model.ts'
import type { RecordState, TakenStep } from './project.ts'

export interface ReleaseAsked {
  readonly paper: string
  readonly audience: Audience
  readonly content: Sha256
}

export interface ReleaseStatus {
  readonly status: 'not_asked' | 'asked' | 'released' | 'refused' | 'withdrawn'
  /** Who asked last. */
  readonly askedBy?: string
  /** Who decided, where somebody did. */
  readonly decidedBy?: string
  readonly decidedOn?: string
  readonly because?: string
}

/** One person under two spellings is still one: case, accents, signs, the order of the names, the script. */
export const samePerson = (a: string, b: string): boolean => personKey(a) === personKey(b)

const personKey = (name: string): string => foldedWords(name).split(' ').toSorted().join('')

/** What has become of a request to let this very paper out. A step that was not open to its author changes nothing. */
export function releaseOf({ releases }: Pick<RecordState, 'releases'>, asked: ReleaseAsked): ReleaseStatus {
  return releases
    .filter(({ release }) => isAbout(release, asked))
    .reduce<ReleaseStatus>(after, { status: 'not_asked' })
}

const isAbout = (release: Release, { paper, audience, content }: ReleaseAsked): boolean =>
  release.paper === paper && release.audience === audience && release.content === content

function after(before: ReleaseStatus, { release, by, recorded }: TakenStep): ReleaseStatus {
  if (stepProblem(before, release.step, by) !== undefined) return before
  const because = release.because === undefined ? {} : { because: release.because }
  if (release.step === 'asked') return { status: 'asked', askedBy: by, ...because }
  const asked = before.askedBy === undefined ? {} : { askedBy: before.askedBy }
  const status = release.step === 'approved' ? 'released' : release.step
  return { status, ...asked, decidedBy: by, decidedOn: recorded, ...because }
}

/** Why somebody cannot take a step now; nothing where they can. */
export function stepProblem(
  { status, askedBy }: ReleaseStatus,
  step: Release['step'],
  by: string,
): { readonly message: string; readonly remedy: string } | undefined {
  if (personKey(by) === '') return { message: 'Nobody is named.', remedy: 'Say who you are, then take the step.' }
  switch (step) {
    case 'asked':
      return status === 'released'
        ? { message: 'This paper is released already.', remedy: 'Send it, or withdraw the release first.' }
        : undefined
    case 'approved':
      if (status !== 'asked' || askedBy === undefined)
        return {
          message: 'Nobody has asked for the release of this very paper.',
          remedy: 'Ask for it first; a paper that changed since must be asked for again.',
        }
      return samePerson(askedBy, by)
        ? {
            message: `${askedBy} asked for this release and cannot be the one who agrees to it.`,
            remedy: 'Let another person look at the paper and decide.',
          }
        : undefined
    case 'refused':
      return status === 'asked'
        ? undefined
        : {
            message: 'Nothing is asked that could be refused.',
            remedy: 'A release that was given is withdrawn, not refused.',
          }
    case 'withdrawn':
      return status === 'asked' || status === 'released'
        ? undefined
        : { message: 'Nothing is asked or released that could be withdrawn.', remedy: 'There is nothing to do.' }
  }
}
