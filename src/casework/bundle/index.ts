/** The only door to bundles. */
export { importBundle } from './import.ts'
export type { ImportedBundle } from './import.ts'
export { exportBundle } from './export.ts'
export { folderBundle, memoryBundle, writeBundle } from './files.ts'
export type { BundleContent, BundleFile, BundleFiles } from './files.ts'
export { manifestOf } from './manifest.ts'
export { BundleError, formatProblem } from './problems.ts'
export type { BundleProblem } from './problems.ts'
