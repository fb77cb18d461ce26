/** What a store says when something is wrong, in Spanish; the store itself says it in English. */
import type { StoreErrorCode } from '../store/index.ts'

interface Told {
  readonly what: string
  readonly why: string
  readonly remedy: string
}

const told: Partial<Readonly<Record<StoreErrorCode, (file: string) => Told>>> = {
  'wrong-passphrase': (file) => ({
    what: `La contraseña no abre ${file}.`,
    why: 'No es aquella con la que se creó la carpeta.',
    remedy:
      'Pruebe de nuevo; atienda a las mayúsculas, a la distribución del teclado y a los espacios de los extremos. ' +
      'No se ha cambiado nada.',
  }),
  'not-a-data-folder': (file) => ({
    what: `En ${file} no hay una carpeta de datos de Forestay.`,
    why: 'Le falta el archivo key.yaml.',
    remedy: 'Compruebe la ruta, o cree allí una carpeta de datos.',
  }),
  'in-use': (file) => ({
    what: `La carpeta de datos ya está abierta (${file}).`,
    why: 'La tiene otra ventana, otro proceso de Forestay u otro programa; solo uno puede escribir.',
    remedy: 'Use ese, o ciérrelo y pruebe de nuevo. No hay ningún cerrojo que borrar: termina con quien lo tiene.',
  }),
  'newer-format': (file) => ({
    what: `La carpeta de datos la escribió una versión posterior de Forestay (${file}).`,
    why: 'Esta versión no conoce su formato.',
    remedy: 'Ábrala con la versión posterior. No se ha cambiado nada.',
  }),
  'disk-full': (file) => ({
    what: 'El acto no se ha guardado, ni una parte de él.',
    why: `No queda sitio en el disco de ${file}.`,
    remedy: 'Haga sitio y pruebe de nuevo. Todo lo guardado antes está a salvo.',
  }),
  'write-failed': (file) => ({
    what: 'El disco falló mientras se guardaba el acto; puede estar en el expediente, entero, o no estar.',
    why: `La escritura en ${file} se interrumpió.`,
    remedy:
      'Se puede seguir leyendo; ya no se escribe nada. Copie la carpeta de datos a otro disco, vuelva a abrirla y ' +
      'mire si el acto está.',
  }),
  conflict: () => ({
    what: 'El acto no se ha guardado: el caso ha cambiado desde que usted lo miró.',
    why: 'Otro acto llegó antes.',
    remedy: 'Lea las anotaciones nuevas y decida de nuevo.',
  }),
}

/**
 * Undefined where it is no error of a store, or is told in English only. By its name: whoever explains errors must not
 * load a store.
 */
export function storeErrorInSpanish(error: unknown): Told | undefined {
  if (!(error instanceof Error) || error.name !== 'StoreError' || !('code' in error)) return undefined
  const file = 'file' in error && typeof error.file === 'string' ? error.file : ''
  return told[error.code as StoreErrorCode]?.(file)
}
