import { existsSync } from 'node:fs'
import { readConfig, type Config } from '../config/readConfig.ts'

/** The configuration of this process: `.env` in the working folder, overruled by the environment; `role` is the one it plays among several. Throws BadConfig. */
export const loadConfig = (role?: string): Config => {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return readConfig(process.env, role)
}
