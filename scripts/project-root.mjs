import { fileURLToPath } from 'node:url'

/** The project's folder, without a trailing slash, wherever the command was started. */
export const PROJECT_ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '')
