#!/usr/bin/env node
// The command line `stacktale`. Commands that need much load it when they run.
import { runCli } from './cli/run-cli.ts'

// The SDK warns about the version of Node, which whoever runs this command does not want to know.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'

await runCli(process.argv.slice(2))
