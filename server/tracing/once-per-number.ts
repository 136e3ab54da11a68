/** Above, what is made is not kept. */
const KEPT = 4096

/** Makes what depends on nothing but a small whole number once for each: facts that tell the same can be one object. */
export const oncePerNumber = <T extends object>(make: (number: number) => T): ((number: number) => T) => {
  const made: T[] = []
  return (number) => {
    const known = made[number]
    if (known !== undefined) return known
    const fresh = make(number)
    if (number < KEPT) made[number] = fresh
    return fresh
  }
}
