import { Fragment, useId, useState } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import type { SockJsAddress } from '../projection/sockjs-address.ts'

const PARTS = ['base', 'server', 'session', 'segment'] as const

type Part = (typeof PARTS)[number]

/** `/ws/{server}/{session}/{transport}`: what each part means stands below while it is pointed at or has the focus. */
export function SockJsUrl({ address }: { readonly address: SockJsAddress }) {
  const { t } = usePhrases()
  const [shown, show] = useState<Part | null>(null)
  const meaning = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would put its legend into a border that is none
    <div className="sockjs-url" role="group" aria-label={t('transports.url')}>
      <code>
        {PARTS.filter((part) => address[part] !== '').map((part, index) => (
          <Fragment key={part}>
            {index > 0 && '/'}
            <button
              type="button"
              data-part={part}
              aria-describedby={shown === part ? meaning : undefined}
              onPointerEnter={() => show(part)}
              onFocus={() => show(part)}
              onClick={() => show(part)}
            >
              {address[part]}
            </button>
          </Fragment>
        ))}
      </code>
      {shown !== null && <p id={meaning}>{t(`transports.url-${shown}`)}</p>}
    </div>
  )
}
