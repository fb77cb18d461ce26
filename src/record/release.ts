/**
 * Whether a paper may leave the desk: two different people looked at exactly these bytes, one asked, another agreed.
 * Read from the entries and from nothing else, so that no act can leave a wrong answer behind.
 */
import { foldedWords } from './mentions.ts'
import type { Audience, Release, Sha256 } from './model.ts'
import type { RecordState, TakenStep } from './project.ts'
import type { SaidProblem } from './said.ts'

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
): SaidProblem | undefined {
  if (personKey(by) === '')
    return {
      what: { en: 'Nobody is named.', es: 'No se nombra a nadie.' },
      remedy: { en: 'Say who you are, then take the step.', es: 'Diga quién es y dé el paso después.' },
    }
  switch (step) {
    case 'asked':
      return status === 'released'
        ? {
            what: { en: 'This paper is released already.', es: 'Este escrito ya está autorizado a salir.' },
            remedy: {
              en: 'Send it, or withdraw the release first.',
              es: 'Envíelo, o retire antes la autorización.',
            },
          }
        : undefined
    case 'approved':
      if (status !== 'asked' || askedBy === undefined)
        return {
          what: {
            en: 'Nobody has asked for the release of this very paper.',
            es: 'Nadie ha pedido que salga exactamente este escrito.',
          },
          remedy: {
            en: 'Ask for it first; a paper that changed since must be asked for again.',
            es: 'Pídalo primero; si el escrito ha cambiado, hay que pedirlo de nuevo.',
          },
        }
      return samePerson(askedBy, by)
        ? {
            what: {
              en: `${askedBy} asked for this release and cannot be the one who agrees to it.`,
              es: `${askedBy} pidió que saliera y no puede ser quien lo autorice.`,
            },
            remedy: {
              en: 'Let another person look at the paper and decide.',
              es: 'Que otra persona mire el escrito y decida.',
            },
          }
        : undefined
    case 'refused':
      return status === 'asked'
        ? undefined
        : {
            what: {
              en: 'Nothing is asked that could be refused.',
              es: 'No se ha pedido nada que se pueda denegar.',
            },
            remedy: {
              en: 'A release that was given is withdrawn, not refused.',
              es: 'Una autorización ya dada se retira, no se deniega.',
            },
          }
    case 'withdrawn':
      return status === 'asked' || status === 'released'
        ? undefined
        : {
            what: {
              en: 'Nothing is asked or released that could be withdrawn.',
              es: 'No hay nada pedido ni autorizado que se pueda retirar.',
            },
            remedy: { en: 'There is nothing to do.', es: 'No hay nada que hacer.' },
          }
  }
}
