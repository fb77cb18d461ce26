/**
 * The words of the pages, in English and Spanish. What the law and the record say comes in the right
 * language from the program.
 */
import { createContext, useContext } from 'react'
import { propertyWord } from '../record/index.ts'
import { actWords } from './words-acts.ts'
import { outgoingWords } from './words-outgoing.ts'
import { readerWords } from './words-reader.ts'
import { screenWords } from './words-screens.ts'

export type PageLanguage = 'en' | 'es'

const catalogue = {
  ...actWords,
  ...outgoingWords,
  ...readerWords,
  ...screenWords,
  docket: ['Docket', 'Casos'],
  standing: ['Standing', 'Situación'],
  reader: ['Reader', 'Lectura'],
  documents: ['Documents', 'Documentos'],
  timeline: ['Timeline', 'Cronología'],
  people: ['People', 'Personas'],
  evidence: ['Evidence', 'Pruebas'],
  assurances: ['Assurances', 'Garantías'],
  contested: ['Contested', 'Controvertido'],
  'what-if': ['What if', 'Y si…'],
  outgoing: ['Outgoing', 'Escritos'],
  law: ['Law', 'Normas'],
  search: ['Search', 'Buscar'],
  settings: ['Settings', 'Ajustes'],
  at: ['at', 'a fecha de'],
  knownOn: ['as known on', 'según lo sabido el'],
  audience: ['seen by', 'visto por'],
  counsel: ['counsel and the courts', 'abogados y tribunales'],
  desk: ['the desk', 'el equipo'],
  public: ['anyone', 'cualquiera'],
  whoCanStop: ['Who can stop it now', 'Quién puede detenerla ahora'],
  nextToExpire: ['Next to expire', 'Lo próximo que vence'],
  bindsWhom: ['What binds whom', 'Qué obliga a quién'],
  ask: ['Not known: ask', 'Se ignora: pregunte'],
  perhaps: ['Perhaps also: unknown, ask', 'Quizá también: se ignora, pregunte'],
  tracks: ['Where each track stands', 'Dónde está cada vía'],
  remediesUsed: ['Domestic remedies', 'Recursos internos'],
  says: ['What people say about the law', 'Lo que se dice sobre el derecho'],
  why: ['why', 'por qué'],
  close: ['Close', 'Cerrar'],
  loading: ['Working …', 'Un momento…'],
  nothing: ['Nothing here yet.', 'Todavía nada.'],
  howToGoOn: ['What to do', 'Qué hacer'],
  evidenceFor: ['Evidence', 'Fuentes'],
  settle: ['What would settle it', 'Lo aclararía'],
  follows: ['Because', 'Porque'],
  exception: ['exception', 'excepción'],
  against: ['against', 'en contra'],
  anyOf: ['any of', 'alguno de'],
  bars: ['Bars to the transfer', 'Obstáculos a la entrega'],
  clocks: ['Clocks', 'Plazos'],
  bothStand: ['both stand', 'se mantienen ambas'],
  weHold: ['we hold', 'se sostiene'],
  sources: ['independent sources', 'fuentes independientes'],
  source: ['independent source', 'fuente independiente'],
  disputedPoint: ['Disputed', 'Discutido'],
  warnings: ['Take care', 'Cuidado'],
  channels: ['How to reach it', 'Cómo llegar'],
  rulings: ['Rulings, those against us first', 'Resoluciones, primero las contrarias'],
  actBy: ['act by', 'actúe antes de'],
  safeDate: ['safe date', 'fecha segura'],
  startUnknown: ['start not known', 'inicio desconocido'],
  notStarted: ['has not started', 'no ha empezado'],
  seised: ['already seised', 'ya conoce del asunto'],
  withoutHearing: ['the State is not heard', 'sin oír al Estado'],
  within: ['decides within', 'resuelve en'],
  inForce: ['in force now', 'en vigor'],
  signIn: ['Sign in', 'Entrar'],
  yourName: ['Your name, as it will stand under what you do', 'Su nombre, tal como constará en sus actos'],
  open: ['Open', 'Abrir'],
  signedOut: ['You are not signed in', 'No ha entrado'],
  help: ['Keys', 'Teclas'],
  about: ['About this record', 'Sobre este expediente'],
  now: ['now', 'ahora'],
  language: ['Language', 'Idioma'],
  notAdvice: [
    'A tool for professionals, not legal advice.',
    'Una herramienta para profesionales, no asesoramiento jurídico.',
  ],
  pending: ['pending', 'pendiente'],
  next: ['next', 'sigue'],
  forStrasbourg: ['for Strasbourg', 'para Estrasburgo'],
  all: ['all', 'todos'],
  date: ['Date', 'Fecha'],
  title: ['Title', 'Título'],
  publisher: ['Published by', 'Publicado por'],
  claims: ['Claims', 'Afirmaciones'],
  questions: ['questions', 'preguntas'],
  contradictions: ['contradictions', 'contradicciones'],
  skip: ['Skip to the content', 'Ir al contenido'],
  unverified: ['UNVERIFIED', 'SIN VERIFICAR'],
  onlyUnverified: ['only unverified', 'solo sin verificar'],
  exportPicture: ['Save as SVG', 'Guardar como SVG'],
} as const satisfies Readonly<Record<string, readonly [en: string, es: string]>>

export type Word = keyof typeof catalogue

export const LanguageContext = createContext<PageLanguage>('en')
export const useLanguage = (): PageLanguage => useContext(LanguageContext)

/** `const word = useWords(); word('why')` */
export function useWords(): (word: Word) => string {
  const language = useLanguage()
  return (word) => catalogue[word][language === 'es' ? 1 : 0]
}

/** `property('notified')`; a property without a word is shown by its name. */
export function useProperty(): (name: string) => string {
  const language = useLanguage()
  return (name) => propertyWord(name, language)
}
