import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/index.css'
import { App } from './app.tsx'
import { createLab } from './backend/create-lab.ts'
import { labAddress } from './backend/lab-address.ts'
import { browserClock } from './backend/page-clock.ts'
import { CHAPTER_PARTS } from './chapter-parts.tsx'
import { createLivePage } from './client/live-page.ts'
import { LivePageProvider } from './client/live-page-context.tsx'
import { pageName } from './client/page-name.ts'
import { createComposer, createRawClient } from './composer/composer.ts'
import { ComposerContext } from './composer/composer-context.ts'
import { FirstRun } from './first-run/first-run.ts'
import { GatesContext } from './gates/gates-context.ts'
import { PageBreakpoints } from './gates/page-breakpoints.ts'
import { chooseLanguage } from './language/language.ts'
import { LanguageProvider } from './language/language-provider.tsx'
import { ChapterPartsContext } from './notes/chapter-parts.ts'
import { NotesContext } from './notes/notes-context.ts'
import { createReadingStore } from './notes/reading-store.ts'
import type { FrameflowInspection } from './playback/frameflow-inspection.ts'
import { createPage } from './playback/page.ts'
import { PlaybackProvider } from './playback/playback-context.tsx'
import { createProof } from './proof/proof.ts'
import { ProofContext } from './proof/proof-context.ts'
import { Recordings } from './recording/recordings.ts'
import { RecordingsContext } from './recording/recordings-context.ts'
import { PageFailure } from './shell/page-failure.tsx'
import { createPagePreferences } from './shell/page-preferences.ts'
import { PreferencesContext } from './shell/preferences-context.ts'
import { SpotlightContext } from './spotlight/spotlight-context.ts'
import { createSpotlightStore } from './spotlight/spotlight-store.ts'
import { browserAnimationClock } from './trace/animation-clock.ts'
import { keepMarks } from './url/keep-marks.ts'
import { keepPlayback } from './url/keep-playback.ts'
import { formatPageAddress } from './url/page-address.ts'
import { PageUrl } from './url/page-url.ts'

declare global {
  interface Window {
    frameflow: FrameflowInspection
  }
}

/** The page's composition: address and preferences, then the trace and what feeds it, then the views. */
const pageUrl = new PageUrl(window, browserClock)
const address = pageUrl.current
const preferences = createPagePreferences(localStorage, address)
preferences.theme.subscribe(() => {
  const choice = preferences.theme.get()
  pageUrl.set({ theme: choice === 'system' ? null : choice })
})
preferences.view.subscribe(() => {
  const view = preferences.view.get()
  pageUrl.set({ view: view === 'flow' ? null : view })
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
const name = pageName(crypto)
const live = createLivePage({
  page,
  address: labAddress(location, address.lab),
  clock: browserClock,
  name,
  invite: (roster) =>
    new FirstRun({
      roster,
      trace: page.trace,
      playback: () => page.playback.getState(),
      clock: browserClock,
      // A moment of a recording is none of the lab's.
      staged: address.seq === null || address.recording !== null,
      connects: address.run === null,
    }),
})
const breakpoints = new PageBreakpoints({ backend: live.backend, clock: browserClock, page: name })
const recordings = new Recordings({
  page,
  backend: live.backend,
  clock: browserClock,
  loadReader: () => import('./backend/recorded.ts'),
  forgetAddress: () => pageUrl.set({ recording: null, seq: null, select: null }),
})
const composer = createComposer({ live, trace: page.trace })
const proof = createProof({
  page,
  live,
  recordings,
  clock: browserClock,
  composer: composer.client,
  createRawClient: () => createRawClient({ live, trace: page.trace }),
  async openLab(run, configuration) {
    const lab = `notes-${configuration}`.toLowerCase()
    if (!(await createLab(labAddress(location, 'main').feed, lab, configuration))) return false
    const there = { ...pageUrl.current, lab, run, seq: null, select: null, marks: [], recording: null }
    const url = location.pathname + formatPageAddress(there, location.search)
    // Beside this page; in its place where the browser lets none open another.
    if (window.open(url, '_blank') === null) location.assign(url)
    return true
  },
})
keepPlayback(pageUrl, page)
keepMarks(pageUrl, page)
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
              <GatesContext value={breakpoints}>
                <RecordingsContext value={recordings}>
                  <NotesContext value={notes}>
                    <ChapterPartsContext value={CHAPTER_PARTS}>
                      <SpotlightContext value={spotlight}>
                        <ComposerContext value={composer}>
                          <ProofContext value={proof}>
                            <App />
                          </ProofContext>
                        </ComposerContext>
                      </SpotlightContext>
                    </ChapterPartsContext>
                  </NotesContext>
                </RecordingsContext>
              </GatesContext>
            </LivePageProvider>
          </PlaybackProvider>
        </PreferencesContext>
      </PageFailure>
    </LanguageProvider>
  </StrictMode>,
)
void recordings.begin(address.recording, address)
if (address.run !== null) void startAddressedRun(address.run)

/** Once the lab has said which clients are ours; loaded again, the page does not run again. Never leads to a third lab. */
async function startAddressedRun(run: string): Promise<void> {
  await live.roster.first
  pageUrl.set({ run: null })
  await proof.runs.start(run, true)
}
