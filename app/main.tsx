import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/index.css'
import { App } from './app.tsx'
import { labAddress } from './backend/lab-address.ts'
import { browserClock } from './backend/page-clock.ts'
import { CHAPTER_PARTS } from './chapter-parts.tsx'
import { createLivePage } from './client/live-page.ts'
import { LivePageProvider } from './client/live-page-context.tsx'
import { pageName } from './client/page-name.ts'
import { chooseLanguage } from './language/language.ts'
import { LanguageProvider } from './language/language-provider.tsx'
import { ChapterPartsContext } from './notes/chapter-parts.ts'
import { NotesContext } from './notes/notes-context.ts'
import { createReadingStore } from './notes/reading-store.ts'
import type { FrameflowInspection } from './playback/frameflow-inspection.ts'
import { createPage } from './playback/page.ts'
import { PlaybackProvider } from './playback/playback-context.tsx'
import { Recordings } from './recording/recordings.ts'
import { RecordingsContext } from './recording/recordings-context.ts'
import { PageFailure } from './shell/page-failure.tsx'
import { createPagePreferences } from './shell/page-preferences.ts'
import { PreferencesContext } from './shell/preferences-context.ts'
import { SpotlightContext } from './spotlight/spotlight-context.ts'
import { createSpotlightStore } from './spotlight/spotlight-store.ts'
import { browserAnimationClock } from './trace/animation-clock.ts'
import { keepPlayback } from './url/keep-playback.ts'
import { PageUrl } from './url/page-url.ts'

declare global {
  interface Window {
    frameflow: FrameflowInspection
  }
}

/** The page's composition: address and preferences, then the trace and what feeds it, then the views. */
const pageUrl = new PageUrl(window, browserClock)
const address = pageUrl.current
const preferences = createPagePreferences(localStorage, address.theme)
preferences.theme.subscribe(() => {
  const choice = preferences.theme.get()
  pageUrl.set({ theme: choice === 'system' ? null : choice })
})
preferences.language.subscribe(() => pageUrl.set({ lang: preferences.language.get() }))

const reading = createReadingStore(address.chapter, address.heading)
const notes = { reading, positions: preferences.reading }
const spotlight = createSpotlightStore()
reading.subscribe(({ chapter, heading }) => {
  pageUrl.set({ chapter, heading })
  spotlight.getState().callOff()
})

const page = createPage({
  clock: browserAnimationClock(window),
  reducedMotion: preferences.reduceMotion.get() ?? matchMedia('(prefers-reduced-motion: reduce)').matches,
})
const live = createLivePage({
  page,
  address: labAddress(location, address.lab),
  clock: browserClock,
  name: pageName(crypto),
  // A moment of a recording is none of the lab's.
  staged: address.seq === null || address.recording !== null,
})
const recordings = new Recordings({
  page,
  backend: live.backend,
  clock: browserClock,
  loadReader: () => import('./backend/recorded.ts'),
  forgetAddress: () => pageUrl.set({ recording: null, seq: null, select: null }),
})
keepPlayback(pageUrl, page)
window.frameflow = page.inspection

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <LanguageProvider
      initial={chooseLanguage(address.lang, preferences.language.get(), navigator.languages)}
      onChoice={preferences.language.set}
    >
      <PageFailure>
        <PreferencesContext value={preferences}>
          <PlaybackProvider page={page}>
            <LivePageProvider live={live}>
              <RecordingsContext value={recordings}>
                <NotesContext value={notes}>
                  <ChapterPartsContext value={CHAPTER_PARTS}>
                    <SpotlightContext value={spotlight}>
                      <App />
                    </SpotlightContext>
                  </ChapterPartsContext>
                </NotesContext>
              </RecordingsContext>
            </LivePageProvider>
          </PlaybackProvider>
        </PreferencesContext>
      </PageFailure>
    </LanguageProvider>
  </StrictMode>,
)
void recordings.begin(address.recording, address)
