/**
 * The program that works on originals: it runs behind the same walls as the reading of documents, gets one job, sends
 * files and an answer, and ends. See `src/reading/isolation`.
 */
import { serve } from '../../reading/isolation/index.ts'

// The engine of the readers first: what is loaded after it shares it, and it is compiled once.
await import('../../reading/formats/index.ts')
const { work } = await import('./work.ts')
await serve(work, { warm: async () => {} })
