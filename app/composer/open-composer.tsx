import { X } from 'lucide-react'
import { useId } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { useTraceConnection } from '../playback/use-projection.ts'
import { clientHue } from '../styles/client-hue.ts'
import { useComposer, useComposerDraft, useRawClientState } from './composer-context.ts'
import { FrameEditor } from './frame-editor.tsx'
import { MessagesLog } from './messages-log.tsx'
import type { RawClientState } from './raw-client.ts'
import './composer-card.css'

/** The frame composer, where it is not folded. */
export function OpenComposer() {
  const { t } = usePhrases()
  const change = useComposerDraft((draft) => draft.change)
  const state = useRawClientState()
  const { tag, status } = state
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would put its legend into the card's border
    <div
      className="client-card composer-card"
      role="group"
      aria-label={t('composer.title')}
      data-hue={tag === null ? undefined : clientHue(tag)}
    >
      <div className="client-card-head">
        {tag !== null && <span className="client-letter">{tag}</span>}
        <span className="client-card-name">{t('composer.title')}</span>
        <span className="composer-status" data-status={status}>
          {t(`composer.status-${status}`)}
        </span>
        {status === 'closed' && (
          <button
            type="button"
            className="button button-small button-icon button-plain client-card-connect"
            aria-label={t('composer.fold')}
            onClick={() => change({ shown: false })}
          >
            <X size={14} aria-hidden />
          </button>
        )}
      </div>
      <div className="client-card-body">
        <div className="client-card-controls">
          <SocketFields state={state} />
          <FrameEditor canSend={status === 'open'} />
        </div>
        <MessagesLog state={state} />
      </div>
    </div>
  )
}

function SocketFields({ state }: { readonly state: RawClientState }) {
  const { t } = usePhrases()
  const { client } = useComposer()
  const { hello } = useTraceConnection()
  const path = useComposerDraft((draft) => draft.path)
  const protocols = useComposerDraft((draft) => draft.protocols)
  const change = useComposerDraft((draft) => draft.change)
  const id = useId()
  const isClosed = state.status === 'closed'
  const open = () =>
    client.open(
      path,
      protocols.split(/[\s,]+/).filter((protocol) => protocol !== ''),
    )
  const paths = (hello?.config.endpoints ?? []).flatMap(({ path, webSocket, sockJs }) => [
    ...(webSocket ? [path] : []),
    ...(sockJs ? [`${path}/websocket`] : []),
  ])
  return (
    <>
      <div className="client-card-field">
        <label htmlFor={`${id}-path`}>{t('composer.path')}</label>
        <input
          id={`${id}-path`}
          className="field field-mono"
          list={`${id}-paths`}
          value={path}
          disabled={!isClosed}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={(event) => change({ path: event.target.value })}
        />
        <datalist id={`${id}-paths`}>
          {paths.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      </div>
      <div className="client-card-field">
        <label htmlFor={`${id}-protocols`}>{t('composer.protocols')}</label>
        <input
          id={`${id}-protocols`}
          className="field field-mono"
          value={protocols}
          disabled={!isClosed}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={(event) => change({ protocols: event.target.value })}
        />
        <button
          type="button"
          className="button button-small"
          aria-disabled={state.status === 'connecting'}
          onClick={() => (isClosed ? void open() : client.close())}
        >
          {t(isClosed ? 'composer.open' : 'composer.close')}
        </button>
      </div>
      {state.ended !== null && (
        <p className="client-card-none" role="status">
          {state.ended.wasOpen
            ? t('composer.ended', { code: state.ended.code, reason: state.ended.reason })
            : t('composer.refused')}
        </p>
      )}
    </>
  )
}
