/**
 * The PDF engine of this process. It is the one part of the readers that is not memory-safe by its language: what a
 * hostile document does to its memory must not reach the next document, so each gets an engine of its own. The code is
 * compiled once for a process; a fresh engine is a fresh memory for it.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as Mupdf from 'mupdf'

type Engine = typeof Mupdf

/** As much of WebAssembly as is needed here; the types of Node leave it out. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>
  instantiate(code: object, imports: object): Promise<object>
}

const entry = createRequire(import.meta.url).resolve('mupdf')
const code = await WebAssembly.compile(await readFile(join(dirname(entry), 'mupdf-wasm.wasm')))

// Where the package looks for how it is to be started.
Object.assign(globalThis, {
  $libmupdf_wasm_Module: {
    instantiateWasm: (imports: object, receive: (instance: object, code: object) => void): object => {
      void WebAssembly.instantiate(code, imports).then((instance) => {
        receive(instance, code)
      })
      return {}
    },
  },
})

/** The engine for the document that is being read. */
export let mupdf: Engine = quiet(await import('mupdf'))
let count = 1

/** Puts a new engine in the place of the one that has read a document. Values of the old one must not be used on. */
export async function renewEngine(): Promise<void> {
  const address = pathToFileURL(entry)
  address.search = String(count)
  count += 1
  mupdf = quiet((await import(address.href)) as Engine)
}

/** What it thinks of broken files is told by what it throws. */
function quiet(engine: Engine): Engine {
  engine.setLog(null)
  return engine
}
