import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/** Preloaded with `--import`: the program then runs as on a machine without rtpengine. */

const existsSync = fs.existsSync
fs.existsSync = (path) => !/\/rtpengine$/.test(String(path)) && existsSync(path)
syncBuiltinESMExports()
