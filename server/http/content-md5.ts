import { md5 } from '@noble/hashes/legacy.js'

/** RFC 1321, in lower-case hexadecimals: what makes an `ETag` of a page. */
export const contentMd5 = (octets: Uint8Array): string =>
  Array.from(md5(octets), (octet) => octet.toString(16).padStart(2, '0')).join('')
