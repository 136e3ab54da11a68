import { Pencil, Send } from 'lucide-react'
import { useId, useState } from 'react'
import type { ClientTag } from '#trace'
import { usePhrases } from '../language/use-phrases.ts'
import { clientName } from '../projection/client-name.ts'
import { type FrameDoubt, frameDoubts } from '../projection/layers/frame-doubts.ts'
import type { Sandbox } from './use-sandbox.ts'

/** Sends a text through a client's own socket; says whether it is open. */
export type SendFrom = (client: ClientTag, text: string) => boolean

interface SandboxEditorProps {
  readonly sandbox: Sandbox
  /** The client whose message was copied. */
  readonly client: ClientTag | null
  readonly sendFrom: SendFrom | undefined
}

/** The STOMP text of a copy in a field: every layer follows what is written, and it can be sent. */
export function SandboxEditor({ sandbox, client, sendFrom }: SandboxEditorProps) {
  const { t } = usePhrases()
  const doubts = useId()
  if (!sandbox.canEdit) return null
  const isOpen = sandbox.layers !== null
  return (
    <div className="sandbox">
      <button type="button" className="button button-plain button-small" aria-pressed={isOpen} onClick={sandbox.toggle}>
        <Pencil size={16} aria-hidden /> {t('inspector.edit-copy')}
      </button>
      {isOpen && (
        <>
          <textarea
            aria-label={t('inspector.copy-text')}
            aria-describedby={doubts}
            value={sandbox.written}
            spellCheck={false}
            onChange={(change) => sandbox.write(change.currentTarget.value)}
          />
          <Doubts id={doubts} doubts={sandbox.layers?.stomp == null ? [] : frameDoubts(sandbox.layers.stomp)} />
          <p>{t('inspector.caret-notation')}</p>
          {client !== null && sendFrom !== undefined && (
            // What was said of one text is not said of the next.
            <SendButton key={sandbox.text} client={client} text={sandbox.text} sendFrom={sendFrom} />
          )}
        </>
      )}
    </div>
  )
}

interface DoubtsProps {
  readonly id: string
  readonly doubts: readonly FrameDoubt[]
}

/** It can be sent all the same: what comes of it is worth seeing. */
function Doubts({ id, doubts }: DoubtsProps) {
  const { t } = usePhrases()
  return (
    <div id={id} className="sandbox-doubts" aria-live="polite">
      {doubts.length === 0 ? (
        <p>{t('inspector.no-doubt')}</p>
      ) : (
        doubts.map(({ kind, params }) => (
          <p key={`${kind} ${Object.values(params).join(' ')}`} data-doubt={kind}>
            {t(`inspector.doubt-${kind}`, params)}
          </p>
        ))
      )}
    </div>
  )
}

interface SendButtonProps {
  readonly client: ClientTag
  readonly text: string
  readonly sendFrom: SendFrom
}

function SendButton({ client, text, sendFrom }: SendButtonProps) {
  const { t } = usePhrases()
  const [went, setWent] = useState<boolean | null>(null)
  return (
    <>
      <button type="button" className="button button-small" onClick={() => setWent(sendFrom(client, text))}>
        <Send size={16} aria-hidden /> {t('inspector.send-from', { client })}
      </button>
      <p aria-live="polite">
        {went === true && t('inspector.sent-from')}
        {went === false && t('inspector.not-connected', { client: clientName(client) })}
      </p>
    </>
  )
}
