import { useEffect, useReducer } from 'react'

/** Renders anew each second, for texts that count. */
export function useEverySecond(): void {
  const [, count] = useReducer((seconds: number) => seconds + 1, 0)
  useEffect(() => {
    const timer = setInterval(count, 1000)
    return () => clearInterval(timer)
  }, [])
}
