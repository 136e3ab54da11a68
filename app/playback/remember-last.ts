/** The last result again for the same arguments, as the same object: what React compares. */
export function rememberLast<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let last: { readonly args: A; readonly result: R } | null = null
  return (...args) => {
    if (last?.args.every((arg, index) => Object.is(arg, args[index]))) return last.result
    const result = compute(...args)
    last = { args, result }
    return result
  }
}
