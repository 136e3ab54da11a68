import { type ReactNode, useId, useMemo, useState } from 'react'
import type { ClientTag } from '#trace'
import { useDiagramScene } from '../diagram/use-diagram-scene.ts'
import { WIDE_LAYOUT } from '../diagram/wide-layout.ts'
import { useHearts } from '../heart/use-heart.ts'
import { usePhrases } from '../language/use-phrases.ts'
import { usePage } from '../playback/playback-context.tsx'
import { usePlayback } from '../playback/use-projection.ts'
import type { SequenceDetail } from '../projection/sequence/sequence-participant.ts'
import { diagramWords } from './diagram-words.ts'
import { EXPORT_FORMATS, type ExportFormat, type ExportMaterial } from './export-formats.ts'
import { type ExportPreview, type ExportScope, exportPreview, exportSource } from './export-source.ts'
import { saveFile } from './save-file.ts'

/** What is exported, what that is, and as what. The default export is what `lazy` asks for. */
export default function ExportMenu({ ownClients }: { readonly ownClients: readonly ClientTag[] }) {
  const phrases = usePhrases()
  const page = usePage()
  const { t } = phrases
  const scopes = useScopes()
  const [kind, setKind] = useState<ExportScope['kind']>(scopes.at(-1)?.kind ?? 'everything')
  const [detail, setDetail] = useState<SequenceDetail>('wire')
  const [next] = useState(() => page.trace.log.next)
  const scope = scopes.find((candidate) => candidate.kind === kind) ?? EVERYTHING
  const source = useMemo(() => exportSource(page, next, scope), [page, next, scope])
  const preview = useMemo(() => exportPreview(source, detail), [source, detail])
  const { picture, places, lines } = useDiagramScene(WIDE_LAYOUT, ownClients)
  const application = t('diagram.spring-application')
  const hearts = new Map(useHearts().map(({ heart, view }) => [heart.client, view]))
  const diagram = {
    picture,
    places,
    lines,
    application,
    wordsOf: (place: (typeof places)[number]) => diagramWords(place, { picture, hearts }, phrases),
  }
  return (
    <>
      <ScopeChoice scopes={scopes} kind={kind} onKind={setKind} />
      <PreviewList preview={preview} />
      <FormatButtons material={{ source, detail, diagram, phrases }}>
        <DetailChoice detail={detail} onDetail={setDetail} />
      </FormatButtons>
      <p className="export-remark">{t('export.remark')}</p>
    </>
  )
}

const EVERYTHING: ExportScope = { kind: 'everything' }

/** What can be chosen: everything, then what is narrower. */
function useScopes(): readonly ExportScope[] {
  const page = usePage()
  const filter = usePlayback((state) => state.filter)
  const message = usePlayback(({ selection }) =>
    selection === null ? null : page.projections.indexes.messages.numberOf(selection),
  )
  return useMemo(
    () => [
      EVERYTHING,
      ...(message === null ? [] : [{ kind: 'message', message } as const]),
      ...(filter.trim() === '' ? [] : [{ kind: 'filtered', filter } as const]),
    ],
    [filter, message],
  )
}

interface ScopeChoiceProps {
  readonly scopes: readonly ExportScope[]
  readonly kind: ExportScope['kind']
  readonly onKind: (kind: ExportScope['kind']) => void
}

function ScopeChoice({ scopes, kind, onKind }: ScopeChoiceProps) {
  const { t } = usePhrases()
  const name = useId()
  return (
    <div className="export-scopes" role="radiogroup" aria-label={t('export.what')}>
      {scopes.map((scope) => (
        <label key={scope.kind} className="segment">
          <input type="radio" name={name} checked={scope.kind === kind} onChange={() => onKind(scope.kind)} />
          <span className="export-scope">{t(`export.${scope.kind}`, scopeParams(scope))}</span>
        </label>
      ))}
    </div>
  )
}

function scopeParams(scope: ExportScope): Readonly<Record<string, string | number>> {
  if (scope.kind === 'filtered') return { filter: scope.filter }
  return scope.kind === 'message' ? { message: scope.message } : {}
}

function PreviewList({ preview }: { readonly preview: ExportPreview }) {
  const { t, number } = usePhrases()
  const values = [...preview.masked].map(([name, count]) => t('export.masked-values', { name, count: number(count) }))
  return (
    <>
      <dl className="export-preview">
        {PREVIEWED.map((what) => (
          <div key={what}>
            <dt>{t(`export.${what}-count`)}</dt>
            <dd>{number(preview[what])}</dd>
          </div>
        ))}
      </dl>
      <p className="export-masked">
        {values.length === 0 ? t('export.nothing-masked') : t('export.masked', { values: values.join(', ') })}
      </p>
    </>
  )
}

const PREVIEWED = ['frames', 'arrows', 'connections', 'events'] as const

const DETAILS: readonly SequenceDetail[] = ['wire', 'spring']

interface DetailChoiceProps {
  readonly detail: SequenceDetail
  readonly onDetail: (detail: SequenceDetail) => void
}

function DetailChoice({ detail, onDetail }: DetailChoiceProps) {
  const { t } = usePhrases()
  const name = useId()
  return (
    <div className="export-scopes export-detail" role="radiogroup" aria-label={t('sequence.participants')}>
      {DETAILS.map((choice) => (
        <label key={choice} className="segment">
          <input type="radio" name={name} checked={detail === choice} onChange={() => onDetail(choice)} />
          {t(`sequence.${choice}`)}
        </label>
      ))}
    </div>
  )
}

const KINDS = [...new Set(EXPORT_FORMATS.map(({ what }) => what))]

interface FormatButtonsProps {
  readonly material: ExportMaterial
  /** What there is to choose about the sequence. */
  readonly children: ReactNode
}

function FormatButtons({ material, children }: FormatButtonsProps) {
  const { t } = usePhrases()
  const [outcome, setOutcome] = useState('')
  const save = async (format: ExportFormat) => {
    const file = `frameflow-${format.what}.${format.ending}`
    // Fonts and pictures come over the network and may not.
    const content = await format.make(material).catch(() => null)
    if (content !== null) saveFile(file, content, format.type)
    setOutcome(t(content === null ? 'export.failed' : 'export.saved', { file }))
  }
  return (
    <>
      <ul className="export-formats">
        {KINDS.map((what) => (
          <li key={what}>
            <span>{t(`export.${what}`)}</span>
            {what === 'sequence' && children}
            {EXPORT_FORMATS.filter((format) => format.what === what).map((format) => (
              <button
                key={format.format}
                type="button"
                className="button button-small"
                aria-label={t('export.as', { what: t(`export.${what}`), format: format.format })}
                onClick={() => save(format)}
              >
                {format.format}
              </button>
            ))}
          </li>
        ))}
      </ul>
      <p role="status" className="export-remark">
        {outcome}
      </p>
    </>
  )
}
