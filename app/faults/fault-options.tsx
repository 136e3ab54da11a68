import { useId } from 'react'
import type { FaultKind, FrameFlaw } from '#trace'
import type { PhraseKey } from '../../content/phrases/index.ts'
import { usePhrases } from '../language/use-phrases.ts'

const KILOBYTE = 1024
const HOLDS: readonly (number | null)[] = [null, 1, 4, 16]
const FLAWS: readonly FrameFlaw[] = ['header-without-colon', 'no-nul', 'unknown-command', 'too-large']
const LONGEST_LATENCY = 5_000
const QUICKEST_READER = 100_000

interface FaultOptionsProps {
  readonly kind: FaultKind
  readonly onChoice: (kind: FaultKind) => void
}

/** The options of a fault that has any. */
export function FaultOptions({ kind, onChoice }: FaultOptionsProps) {
  const { t } = usePhrases()
  switch (kind.fault) {
    case 'latency':
      return (
        <div className="fault-options">
          {(['toServer', 'toClient', 'jitter'] as const).map((option) => (
            <NumberOption
              key={option}
              name={LATENCY_PHRASES[option]}
              value={kind[option]}
              range={[0, LONGEST_LATENCY]}
              onValue={(value) => onChoice({ ...latencyOf(kind), [option]: value })}
            />
          ))}
        </div>
      )
    case 'slow-reader':
      return (
        <div className="fault-options">
          <NumberOption
            name="faults.octets-per-second"
            value={kind.octetsPerSecond}
            range={[1, QUICKEST_READER]}
            onValue={(octetsPerSecond) => onChoice({ fault: 'slow-reader', octetsPerSecond })}
          />
        </div>
      )
    case 'buffer-streaming':
      return (
        <div className="fault-options">
          <SelectOption
            name="faults.hold"
            value={String(HOLDS.findIndex((hold) => (hold === null ? null : hold * KILOBYTE) === kind.octets))}
            options={HOLDS.map((hold, index) => [
              String(index),
              hold === null ? t('faults.hold-end') : t('faults.hold-kilobytes', { count: hold }),
            ])}
            onValue={(index) => {
              const hold = HOLDS[Number(index)] ?? null
              onChoice({ fault: 'buffer-streaming', octets: hold === null ? null : hold * KILOBYTE })
            }}
          />
        </div>
      )
    case 'malformed-frame':
      return (
        <div className="fault-options">
          <SelectOption
            name="faults.flaw"
            value={kind.flaw}
            options={FLAWS.map((flaw) => [flaw, t(`faults.flaw-${flaw}`)])}
            onValue={(value) => {
              const flaw = FLAWS.find((candidate) => candidate === value)
              if (flaw !== undefined) onChoice({ fault: 'malformed-frame', flaw })
            }}
          />
        </div>
      )
    default:
      return null
  }
}

type Latency = Extract<FaultKind, { fault: 'latency' }>

const LATENCY_PHRASES: Readonly<Record<'toServer' | 'toClient' | 'jitter', PhraseKey>> = {
  toServer: 'faults.to-server',
  toClient: 'faults.to-client',
  jitter: 'faults.jitter',
}

/** Without what an active fault has beside its options. */
function latencyOf({ toServer, toClient, jitter }: Latency): Latency {
  return { fault: 'latency', toServer, toClient, jitter }
}

interface NumberOptionProps {
  readonly name: PhraseKey
  readonly value: number
  readonly range: readonly [least: number, most: number]
  readonly onValue: (value: number) => void
}

function NumberOption({ name, value, range: [least, most], onValue }: NumberOptionProps) {
  const { t } = usePhrases()
  const id = useId()
  return (
    <span className="fault-option">
      <label htmlFor={id}>{t(name)}</label>
      <input
        id={id}
        type="number"
        className="field"
        min={least}
        max={most}
        value={value}
        onChange={({ currentTarget: { valueAsNumber } }) => {
          if (valueAsNumber >= least && valueAsNumber <= most) onValue(Math.round(valueAsNumber))
        }}
      />
    </span>
  )
}

interface SelectOptionProps {
  readonly name: PhraseKey
  readonly value: string
  readonly options: readonly (readonly [value: string, text: string])[]
  readonly onValue: (value: string) => void
}

function SelectOption({ name, value, options, onValue }: SelectOptionProps) {
  const { t } = usePhrases()
  const id = useId()
  return (
    <span className="fault-option">
      <label htmlFor={id}>{t(name)}</label>
      <select id={id} className="select" value={value} onChange={(change) => onValue(change.currentTarget.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </span>
  )
}
