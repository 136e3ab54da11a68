import { Fragment } from 'react'

/** A Java name that may be broken before a capital, where a line is too short for it. */
export function BreakableName({ name }: { readonly name: string }) {
  return name.split(/(?=[A-Z])/).map((part, index) => (
    // The parts of a name never change places.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}
