/** A name taken apart: which of its words identify, and which only accompany. Pure. */
import type { Stem } from './declension.ts'
import { stemsOf } from './declension.ts'
import { type Coded, codedOf } from './distance.ts'
import { genderOfGiven, type Gender, nameGroups } from './given-names.ts'
import { asciiOf, mendScript, mixesScripts, skeletonOf, soundOf, writesConsonantsOnly } from './letters.ts'

export interface WordSound {
  readonly sound: string
  readonly coded: Coded
  readonly ending: Stem['ending']
}

export interface NameWord {
  readonly written: string
  readonly ascii: string
  /** The sound code of the word and of what it would be without a case ending; the word itself comes first. */
  readonly sounds: readonly WordSound[]
  readonly skeleton: string
  readonly groups: readonly number[]
  readonly initial: boolean
  /** Written in a script without vowels or by syllables. */
  readonly consonantsOnly: boolean
}

export interface Name {
  readonly written: string
  /** What identifies, in the order written. */
  readonly words: readonly NameWord[]
  /** The word most likely to be the family name: capitals among small letters, before a comma, else the last. */
  readonly family: NameWord | undefined
  /** Father's name, without its ending. */
  readonly patronymic: string | undefined
  /** By honorific, patronymic or given name; a hint. */
  readonly gender: Gender | undefined
  /** `bin`, `ibn`, `ben`: the order of the words says who is whose son. */
  readonly nasab: boolean
  readonly mixedScripts: boolean
}

/** A name is at most this long; the rest is not read. */
export const NAME_LETTERS_MAX = 200

const maleHonorifics = 'mr sr don d senor herr hr monsieur m mons signor sig pan gospodin g-n sir lord'.split(' ')
const femaleHonorifics =
  'mrs ms miss sra srta dona senora frau mme mlle madame signora pani gospozha gospoja'.split(' ')
const titles =
  `dr doctor prof professor ing lic president presidente prasident prezydent prezident minister ministro
ministre judge juez general colonel col gen lt capt captain sheikh shaikh shaykh sheik haji hajji hadji mullah maulavi
mawlawi qari sayyid sayyed llc jr junior ii iii dipl imam honourable hon na`.split(/\s+/)
const particles =
  `al el ul ur ad as ash an ar bin ben ibn bint de del della di da do dos das la le les van von der den
ter zu y i`.split(/\s+/)
const nasabWords = new Set(['bin', 'ibn', 'ben', 'bint'])

const maleTitle = new Set(maleHonorifics)
const femaleTitle = new Set(femaleHonorifics)
const anyTitle = new Set([...maleHonorifics, ...femaleHonorifics, ...titles])
const isParticle = new Set(particles)

const malePatronymic = /(?:[oei]vich|[oe]vych|[oe]vitch|[oe]wicz|[oe]vits[ch]h?|uly|ulu|ogly|oglu)$/
const femalePatronymic = /(?:[oe]vna|[oei]chna|inichna|[oei]vna|kyzy|kizi|qyzy|qizi|kyz)$/
/** A father's name without its ending, as a sound code. */
export const patronymicStem = (ascii: string): string =>
  soundOf(ascii.replace(malePatronymic, '').replace(femalePatronymic, ''))

const patronymicMark = new Set('uly ogly oglu kyzy kizi qyzy'.split(' '))

interface Raw {
  readonly written: string
  readonly ascii: string
  readonly dotted: boolean
  readonly beforeComma: boolean
}

/** Takes a name apart. Never fails; a text without letters gives a name without words. */
export function readName(written: string): Name {
  const text = written.slice(0, NAME_LETTERS_MAX).normalize('NFC')
  const all = joinAbd(rawWords(text))
  const honorifics = all.filter(({ ascii, dotted }) => isHonorific(ascii, dotted))
  const named = all.filter((word) => !honorifics.includes(word))
  const kept = named.filter(({ ascii }) => !isParticle.has(ascii) && !nasabWords.has(ascii))
  const identifying = kept.length > 0 ? kept : named
  const patronymic = patronymicOf(identifying)
  const raws = patronymic === undefined ? identifying : identifying.filter((_, index) => !patronymic.at.has(index))
  const words = raws.map(wordOf)
  return {
    written,
    words,
    family: familyOf(raws, words),
    patronymic: patronymic?.stem,
    gender: genderOf(honorifics, patronymic?.gender, raws),
    nasab: all.some(({ ascii }) => nasabWords.has(ascii)),
    mixedScripts: mixesScripts(text),
  }
}

function rawWords(text: string): readonly Raw[] {
  // An honorific after the name, in brackets: "PAVLOV (D.)".
  const bare = text.replace(/\((?:d|dña|sr|sra|mr|mrs|ms)\.?[ªº]?\)/giu, ' ')
  const comma = bare.indexOf(',')
  const words = [...bare.matchAll(/[\p{L}\p{M}\p{N}'’ʼ`ʻ]+(\.)?/gu)].flatMap((match) => {
    const beforeComma = match.index < comma
    const dotted = match[1] === '.'
    return splitHumps(match[0].replace(/[.'’ʼ`ʻ]/gu, '')).map((part) => ({ part, beforeComma, dotted }))
  })
  return words.flatMap(({ part, beforeComma, dotted }) => {
    const ascii = asciiOf(mendScript(part))
    return ascii === '' ? [] : [{ written: part, ascii, dotted, beforeComma }]
  })
}

/** `RamiMakhlouf` is two words, `McDonald` and `DeVito` are one. */
const splitHumps = (word: string): readonly string[] =>
  /^(?:Ma?c|De|Di|La|Le|O|Van|Von)\p{Lu}/u.test(word) ? [word] : word.split(/(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll})/u)

/** `Abd al-Rahman`, `Abdul Rahman` and `Abdurrahman` are one word: "servant of …" alone names nobody. */
function joinAbd(words: readonly Raw[]): readonly Raw[] {
  const joined: Raw[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]
    if (word === undefined) break
    let next = at + 1
    if (/^[au]bd(?:[aeu]l?|[aeu]r)?$/.test(word.ascii)) {
      if (/^[aeu][lrs]h?$/.test(words[next]?.ascii ?? '')) next += 1
      const name = words[next]
      if (name !== undefined && name.ascii.length > 2) {
        joined.push({ ...name, written: `${word.written} ${name.written}`, ascii: `abdul${name.ascii}` })
        at = next
        continue
      }
    }
    joined.push(word)
  }
  return joined
}

/** A single letter is an honorific only where it stands for one: `M.` is more often an initial. */
function isHonorific(ascii: string, dotted: boolean): boolean {
  if (ascii.length === 1) return false
  if (ascii === 'gn') return true
  return (
    anyTitle.has(ascii) &&
    (dotted || ascii.length > 2 || ['mr', 'ms', 'sr', 'dr', 'hr', 'jr', 'ii', 'na'].includes(ascii))
  )
}

interface Patronymic {
  readonly stem: string
  readonly gender: Gender
  readonly at: ReadonlySet<number>
}

/** Only where two other words are left: `Abramovich` alone is a family name. */
function patronymicOf(words: readonly Raw[]): Patronymic | undefined {
  const mark = words.findIndex(({ ascii }, index) => index > 0 && patronymicMark.has(ascii))
  if (mark > 0 && words.length >= 4) {
    const gender = femalePatronymic.test(words[mark]?.ascii ?? '') ? 'female' : 'male'
    return { stem: soundOf(words[mark - 1]?.ascii ?? ''), gender, at: new Set([mark - 1, mark]) }
  }
  if (words.length < 3) return undefined
  for (const [index, { ascii }] of words.entries()) {
    if (index === 0) continue
    for (const [pattern, gender] of [
      [malePatronymic, 'male'],
      [femalePatronymic, 'female'],
    ] as const) {
      if (!pattern.test(ascii)) continue
      return { stem: patronymicStem(ascii), gender, at: new Set([index]) }
    }
  }
  return undefined
}

function wordOf({ written, ascii }: Raw): NameWord {
  const consonantsOnly = writesConsonantsOnly(written)
  const initial = ascii.length === 1 && !consonantsOnly
  const stems = initial || consonantsOnly ? [{ ascii, ending: 'plain' as const }] : stemsOf(ascii)
  const sounds = stems.map(({ ascii: stem, ending }) => {
    const sound = soundOf(stem)
    return { sound, coded: codedOf(sound), ending }
  })
  const groups = [
    ...new Set(
      sounds.filter(({ ending }) => ending !== 'feminine-or-genitive').flatMap(({ sound }) => nameGroups(sound)),
    ),
  ]
  return { written, ascii, sounds, skeleton: skeletonOf(soundOf(ascii)), groups, initial, consonantsOnly }
}

function familyOf(raws: readonly Raw[], words: readonly NameWord[]): NameWord | undefined {
  const isCapitals = (text: string): boolean =>
    text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase()
  const capitals = raws.map(({ written }) => isCapitals(written))
  if (capitals.includes(true) && capitals.includes(false)) return words[capitals.indexOf(true)]
  const beforeComma = raws.findLastIndex((raw) => raw.beforeComma)
  if (beforeComma >= 0) return words[beforeComma]
  return words.findLast(({ initial }) => !initial) ?? words.at(-1)
}

function genderOf(
  honorifics: readonly Raw[],
  patronymic: Gender | undefined,
  words: readonly Raw[],
): Gender | undefined {
  if (honorifics.some(({ ascii }) => maleTitle.has(ascii))) return 'male'
  if (honorifics.some(({ ascii }) => femaleTitle.has(ascii))) return 'female'
  if (patronymic !== undefined) return patronymic
  const told = words.map(({ ascii }) => genderOfGiven(ascii)).filter((gender) => gender !== undefined)
  return told.length === 1 ? told[0] : undefined
}
