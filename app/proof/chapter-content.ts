import type { Claim } from '../../content/claims/claim.ts'
import type { Prediction } from '../../content/predictions/prediction.ts'
import type { Scenario } from '../../content/scenarios/scenario.ts'

/** What the chapters are proved with, a file a chapter, loaded when something of it is needed. */
const SCENARIOS = import.meta.glob<readonly Scenario[] | undefined>('../../content/scenarios/*.ts', {
  import: 'SCENARIOS',
})
const CLAIMS = import.meta.glob<Readonly<Record<string, Claim>> | undefined>('../../content/claims/*.ts', {
  import: 'CLAIMS',
})
const PREDICTIONS = import.meta.glob<readonly Prediction[] | undefined>('../../content/predictions/*.ts', {
  import: 'PREDICTIONS',
})

export async function scenarioNamed(name: string): Promise<Scenario | null> {
  return (await scenariosBeside(name)).find((scenario) => scenario.name === name) ?? null
}

/** A scenario of the same chapter that proves a claim. */
export async function scenarioProving(claim: string): Promise<Scenario | null> {
  return (await scenariosBeside(claim)).find(({ proves }) => proves.includes(claim)) ?? null
}

export async function claimNamed(name: string): Promise<Claim | null> {
  return (await CLAIMS[`../../content/claims/${slugOf(name)}.ts`]?.())?.[name] ?? null
}

export async function predictionNamed(name: string): Promise<Prediction | null> {
  const predictions = await PREDICTIONS[`../../content/predictions/${slugOf(name)}.ts`]?.()
  return predictions?.find((prediction) => prediction.name === name) ?? null
}

async function scenariosBeside(name: string): Promise<readonly Scenario[]> {
  return (await SCENARIOS[`../../content/scenarios/${slugOf(name)}.ts`]?.()) ?? []
}

/** Names begin with the slug of their chapter. */
function slugOf(name: string): string {
  return name.split('/', 1)[0] ?? ''
}
