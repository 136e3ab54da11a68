// Finds or installs the Chromium of the end-to-end tests, and says which one it is.
import { provideChromium } from './chromium.mjs'

try {
  console.log(provideChromium())
} catch (error) {
  console.error(/** @type {Error} */ (error).message)
  process.exit(1)
}
