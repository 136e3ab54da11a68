import { usePhrases } from '../language/use-phrases.ts'
import { useRoute } from '../playback/use-projection.ts'
import { RouteList } from '../twin/route-list.tsx'

/** Where "Skip to route" leads. */
export const ROUTE_ANCHOR = 'route'

/** The text twin beside the clients. */
export function RoutePanel() {
  const { t } = usePhrases()
  const { message } = useRoute()
  return (
    <div className="route-panel" id={ROUTE_ANCHOR} tabIndex={-1}>
      <h2 className="region-title">{message === null ? t('playback.route') : t('playback.route-of', { message })}</h2>
      <div className="route-panel-list">
        <RouteList />
      </div>
    </div>
  )
}
