/** The reasons of a comparison, in words for a person. Pure. */
import type { Reason } from './compare.ts'
import type { PersonReason } from './persons.ts'

type Words = (a: string, b: string) => string
type Language = 'en' | 'es'

const sentences: Readonly<Record<(Reason | PersonReason)['kind'], Readonly<Record<Language, Words>>>> = {
  'same-words': { en: (a) => `both have “${a}”`, es: (a) => `ambos tienen «${a}»` },
  spelling: { en: (a, b) => `“${a}” and “${b}” sound alike`, es: (a, b) => `«${a}» y «${b}» suenan igual` },
  'case-form': {
    en: (a, b) => `“${a}” and “${b}” differ by a case ending`,
    es: (a, b) => `«${a}» y «${b}» difieren en una desinencia de caso`,
  },
  variant: {
    en: (a, b) => `“${a}” and “${b}” are one given name in two languages or a short form`,
    es: (a, b) => `«${a}» y «${b}» son un mismo nombre en dos lenguas o una forma breve`,
  },
  'other-script': {
    en: () => 'one is in a script without vowels or of syllables: only the consonants could be compared',
    es: () => 'uno está en una escritura sin vocales o silábica: solo se compararon las consonantes',
  },
  'mixed-scripts': {
    en: () => 'a letter of another alphabet that looks the same stands in a word',
    es: () => 'en una palabra hay una letra de otro alfabeto con la misma forma',
  },
  inverted: {
    en: () => 'the order of the words is turned round',
    es: () => 'el orden de las palabras está invertido',
  },
  joined: { en: () => 'the words are run together', es: () => 'las palabras van unidas' },
  initial: {
    en: (a, b) => `“${a}” against “${b}”: an initial only`,
    es: (a, b) => `«${a}» frente a «${b}»: solo una inicial`,
  },
  'one-word': {
    en: () => 'one word alone: relatives and namesakes bear it too',
    es: () => 'una sola palabra: también la llevan parientes y homónimos',
  },
  'extra-words': {
    en: () => 'one has words that the other lacks',
    es: () => 'uno tiene palabras que faltan en el otro',
  },
  'feminine-or-genitive': {
    en: (a, b) =>
      `“${a}” against “${b}”: a woman’s name, or a genitive carried over from a language that declines names`,
    es: (a, b) => `«${a}» frente a «${b}»: nombre de mujer, o un genitivo de una lengua que declina los nombres`,
  },
  'genitive-by-language': {
    en: (a, b) => `“${a}” against “${b}”: the genitive, in a text whose language declines names`,
    es: (a, b) => `«${a}» frente a «${b}»: el genitivo, en un texto cuya lengua declina los nombres`,
  },
  'different-word': {
    en: (a, b) => (a === '' ? 'a word differs' : `“${a}” and “${b}” are different words`),
    es: (a, b) => (a === '' ? 'una palabra difiere' : `«${a}» y «${b}» son palabras distintas`),
  },
  'different-patronymic': { en: () => 'the patronymics differ', es: () => 'los patronímicos difieren' },
  'different-gender': {
    en: () => 'one name is a man’s and the other a woman’s',
    es: () => 'un nombre es de hombre y el otro de mujer',
  },
  'father-and-son-exchanged': {
    en: () => 'who is whose son is turned round',
    es: () => 'quién es hijo de quién está invertido',
  },
  'same-family-other-given': {
    en: () => 'one family name, different given names: relatives or namesakes',
    es: () => 'un mismo apellido y nombres distintos: parientes u homónimos',
  },
  'shared-identifier': {
    en: (a) => `both are tied to the number ${a}`,
    es: (a) => `ambos van unidos al número ${a}`,
  },
  'only-identifier': {
    en: () => 'nothing but the number ties them: a pseudonym, or several persons in one case',
    es: () => 'solo el número los une: un seudónimo, o varias personas en un asunto',
  },
  'born-in-conflict': { en: (a, b) => `born ${a} against ${b}`, es: (a, b) => `nacimiento ${a} frente a ${b}` },
  'gender-in-conflict': { en: () => 'stated to be a man and a woman', es: () => 'constan como hombre y mujer' },
  'patronymic-in-conflict': { en: () => 'their fathers’ names differ', es: () => 'los nombres del padre difieren' },
  'born-alike': { en: (a) => `both born ${a}`, es: (a) => `ambos nacidos el ${a}` },
}

/** One reason as a clause, without a capital or a full stop. */
export const reasonText = ({ kind, a = '', b = '' }: Reason | PersonReason, language: Language): string =>
  sentences[kind][language](a, b)
