/** What goes out, timed in a process of its own, as a command is; prints the times as JSON. Usage: main.js ROOT */
import { timeDossier } from './dossier.ts'
import { timeExhibits } from './exhibits.ts'

const dossiers = await timeDossier(process.argv[2] ?? '.')
process.stdout.write(JSON.stringify({ dossiers, exhibits: await timeExhibits() }))
