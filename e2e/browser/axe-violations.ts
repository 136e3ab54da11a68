import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * What axe finds wrong, once nothing fades any more.
 *
 * @param options `within`: only there; `rules`, `without`: only these, not these, for what was looked at whole already
 */
export const axeViolations = async (
  page: Page,
  {
    within,
    rules,
    without = [],
  }: { readonly within?: string; readonly rules?: readonly string[]; readonly without?: readonly string[] } = {},
): Promise<readonly string[]> => {
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0)
  // There are no frames to bring together, which takes a page of its own.
  // What is right is not reported: that takes half the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  if (within !== undefined) axe.include(within)
  if (rules !== undefined) axe.withRules([...rules])
  else axe.disableRules([...without])
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}
