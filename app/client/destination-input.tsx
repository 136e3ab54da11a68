import { useId } from 'react'
import { useDestinationLight } from './use-destination-light.ts'

interface DestinationInputProps {
  readonly label: string
  readonly value: string
  readonly suggestions: readonly string[]
  readonly describedBy?: string
  readonly onChange: (value: string) => void
}

/** Free text with suggestions: a `combobox` by its `datalist`. */
export function DestinationInput({ label, value, suggestions, describedBy, onChange }: DestinationInputProps) {
  const id = useId()
  const pointed = useDestinationLight(value)
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field field-mono"
        data-pointed={pointed || undefined}
        list={`${id}-suggestions`}
        value={value}
        aria-describedby={describedBy}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={`${id}-suggestions`}>
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
    </>
  )
}
