import { useId, useRef } from 'react'
import { WireText } from '../client/wire-text.tsx'
import { usePhrases } from '../language/use-phrases.ts'
import { useComposer, useComposerDraft } from './composer-context.ts'
import { FRAME_TEMPLATES } from './frame-templates.ts'
import { DIVIDER, toMessages } from './visible-text.ts'

/** What can be put in where no key leads. */
const INSERTS = [
  { name: 'NUL', sign: '^@' },
  { name: 'LF', sign: '\n' },
  { name: 'CR', sign: '^M' },
] as const

/** A frame as text, with every octet of it to be seen. */
export function FrameEditor({ canSend }: { readonly canSend: boolean }) {
  const { t } = usePhrases()
  const { client } = useComposer()
  const text = useComposerDraft((draft) => draft.text)
  const change = useComposerDraft((draft) => draft.change)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const messages = toMessages(text)

  const insert = (sign: string) => {
    const area = field.current
    if (area === null) return
    area.setRangeText(sign, area.selectionStart, area.selectionEnd, 'end')
    change({ text: area.value })
    area.focus()
  }

  return (
    <div className="frame-editor">
      <div className="client-card-field">
        <label htmlFor={`${id}-template`}>{t('composer.template')}</label>
        <select
          id={`${id}-template`}
          className="select"
          value=""
          onChange={(event) => change({ text: FRAME_TEMPLATES[event.target.value] ?? '' })}
        >
          <option value="">{t('composer.no-template')}</option>
          {Object.keys(FRAME_TEMPLATES).map((command) => (
            <option key={command} value={command}>
              {command}
            </option>
          ))}
        </select>
      </div>
      <label htmlFor={`${id}-text`}>{t('composer.frame')}</label>
      <textarea
        ref={field}
        id={`${id}-text`}
        className="field field-mono frame-editor-text"
        rows={5}
        value={text}
        aria-describedby={`${id}-wire`}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => change({ text: event.target.value })}
      />
      <div className="frame-editor-inserts">
        {INSERTS.map(({ name, sign }) => (
          <button key={name} type="button" className="button button-small" onClick={() => insert(sign)}>
            {name}
          </button>
        ))}
        <button type="button" className="button button-small" onClick={() => insert(DIVIDER)}>
          {DIVIDER} {t('composer.divide')}
        </button>
        <button
          type="button"
          className="button button-small frame-editor-send"
          disabled={!canSend || messages.length === 0}
          onClick={() => {
            for (const message of messages) client.write(message)
          }}
        >
          {messages.length > 1 ? t('composer.send-parts', { parts: messages.length }) : t('composer.send')}
        </button>
      </div>
      <div id={`${id}-wire`} className="frame-editor-wire">
        {messages.map((message, index) => {
          // Parts of a text never change places.
          const key = index
          return (
            <pre key={key}>
              <WireText text={message} />
            </pre>
          )
        })}
      </div>
    </div>
  )
}
