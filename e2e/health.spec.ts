import { expect, test } from './browser/learner-test.ts'

test('the product says that it is up', async ({ request }) => {
  const answer = await request.get('/health')
  expect(answer.status()).toBe(200)
  expect(await answer.json()).toEqual({ status: 'UP' })
})
