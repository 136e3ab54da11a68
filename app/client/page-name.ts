/** A name that no other page has. `crypto.randomUUID` would need a secure context, which a phone in the same net has not. */
export function pageName(random: Crypto): string {
  return Array.from(random.getRandomValues(new Uint8Array(12)), (octet) => octet.toString(16).padStart(2, '0')).join('')
}
