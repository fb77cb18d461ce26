import { projectRoot, systemPlatform } from '../platform/index.ts'
import { registry } from './registry.ts'
import { runCommandLine } from './run.ts'

// A reader that has seen enough, such as `head`, closes the pipe. That is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}

// The code is set, not forced with `process.exit`, so that all output reaches a slow pipe first.
process.exitCode = await runCommandLine(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  platform: systemPlatform,
  root: projectRoot(),
  registry,
})
