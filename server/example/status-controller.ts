import { type Controller, subscribeMapping } from '../messaging/handler-method.ts'
import { greeting } from './greeting.ts'

/** Answers to a SUBSCRIBE. */
export const statusController: Controller = {
  name: 'StatusController',
  methods: [
    subscribeMapping('/status', { name: 'status' }, () => greeting('all well')),
    subscribeMapping('/status-everyone', { name: 'statusEveryone', sendTo: ['/topic/status'] }, () =>
      greeting('all well, everyone'),
    ),
  ],
}
