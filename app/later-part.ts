import { type ComponentType, createElement, lazy, type ReactElement, useState } from 'react'

interface LaterPart<Props extends object> {
  readonly Part: (props: Props) => ReactElement
  load(): Promise<unknown>
}

/** A part that is loaded later. Once it is there it is drawn at once: no key is lost that is typed into it meanwhile. */
export function laterPart<Props extends object>(load: () => Promise<ComponentType<Props>>): LaterPart<Props> {
  let there: ComponentType<Props> | null = null
  const take = async () => {
    there = await load()
    return { default: there }
  }
  const Awaited = lazy(take) as ComponentType<Props>
  return {
    // biome-ignore lint/correctness/noComponentHookFactories: it is made once for a part, not once a render
    Part: function Part(props) {
      const [Shown] = useState(() => there ?? Awaited)
      return createElement(Shown, props)
    },
    load: take,
  }
}
