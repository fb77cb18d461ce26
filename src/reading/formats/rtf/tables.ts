/** Where words of a group go: into the text, into a named place beside it, or nowhere. */
export type Destination =
  | 'text'
  | 'skip'
  | 'fonts'
  | 'colours'
  | 'object'
  | 'annotation'
  | 'author'
  | 'title'
  | 'subject'
  | 'writer'
  | 'operator'
  | 'created'
  | 'revisers'

export interface State {
  destination: Destination
  /** The group began with `\*`: its word may be left out when it is not known. */
  isOptional: boolean
  font: number
  /** Letters that stand for a `\u` character in old programs, to be passed over. */
  fallback: number
  hidden: boolean
  deleted: boolean
  inserted: boolean
  colour: number
  reviser: number
}

export const destinations: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  colortbl: 'colours',
  stylesheet: 'skip',
  listtable: 'skip',
  listoverridetable: 'skip',
  info: 'skip',
  title: 'title',
  subject: 'subject',
  author: 'writer',
  operator: 'operator',
  creatim: 'created',
  revtbl: 'revisers',
  annotation: 'annotation',
  atnauthor: 'author',
  atnid: 'skip',
  atnref: 'skip',
  atndate: 'skip',
  atrfstart: 'skip',
  atrfend: 'skip',
  pict: 'skip',
  object: 'text',
  objdata: 'object',
  objclass: 'skip',
  objname: 'skip',
  result: 'text',
  fldinst: 'skip',
  fldrslt: 'text',
  datafield: 'skip',
  themedata: 'skip',
  colorschememapping: 'skip',
  datastore: 'skip',
  latentstyles: 'skip',
  rsidtbl: 'skip',
  generator: 'skip',
  xmlnstbl: 'skip',
  bkmkstart: 'skip',
  bkmkend: 'skip',
  nonshppict: 'skip',
  shppict: 'skip',
  shptxt: 'text',
  shpinst: 'text',
  sp: 'skip',
  footnote: 'text',
  pgdsctbl: 'skip',
  mmathPr: 'skip',
  userprops: 'skip',
  pntxta: 'skip',
  pntxtb: 'skip',
  listtext: 'text',
  filetbl: 'skip',
  private: 'skip',
}

/** The character set of a font, as Windows numbers them. */
export const charsets: Readonly<Record<number, string>> = {
  0: 'windows-1252',
  77: 'macintosh',
  128: 'shift_jis',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
}

export const letters: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  nbsp: '\u00a0',
  nbhyphen: '\u2011',
  shyphen: '\u00ad',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  zwj: '\u200d',
  zwnj: '\u200c',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
}
