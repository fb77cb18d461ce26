/**
 * `npm run bench:reading`: precision and recall of the proposals on the labelled texts; with `-- --tuning`, what is
 * wrong there. `-- mixed [FILES]`: mixed files added by the program itself. `-- formats [DOCUMENTS] [PAGES]`: each
 * format beside the others, text PDFs beside pdftotext.
 */
import { reportFormats } from './formats.ts'
import { reportMixed } from './mixed.ts'
import { reportLabelled } from './report-labelled.ts'

const [what, ...numbers] = process.argv.slice(2)
const [first = 1000, second = 200] = numbers.map(Number)
if (what === 'mixed') await reportMixed(first)
else if (what === 'formats') await reportFormats(first, second)
else await reportLabelled(what === '--tuning')
