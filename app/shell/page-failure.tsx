import { Component, type ReactNode } from 'react'
import { usePhrases } from '../language/use-phrases.ts'

interface PageFailureProps {
  readonly children: ReactNode
}

/** What is left when a view throws: one sentence and one button, instead of an empty page. */
export class PageFailure extends Component<PageFailureProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? <FailureNote /> : this.props.children
  }
}

function FailureNote() {
  const { t } = usePhrases()
  return (
    <main className="page-failure">
      <p>{t('shell.failed')}</p>
      <button type="button" className="button button-primary" onClick={() => location.reload()}>
        {t('shell.reload')}
      </button>
    </main>
  )
}
