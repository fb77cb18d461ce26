/**
 * `npm run mutation [-- --sample N PACK…]` for the packs,
 * `npm run mutation -- --code [--sample N] [--milliseconds N] [FILE[:LINE]…]` for `src/law`.
 */
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    code: { type: 'boolean', default: false },
    sample: { type: 'string' },
    milliseconds: { type: 'string' },
  },
})
if (values.code) {
  const { mutateCode } = await import('./code.ts')
  await mutateCode(positionals, Number(values.sample ?? Infinity), Number(values.milliseconds ?? Infinity))
} else {
  const { mutatePacks } = await import('./packs.ts')
  await mutatePacks(positionals, Number(values.sample ?? Infinity))
}
