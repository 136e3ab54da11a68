import type { ApplicationEvent, ApplicationEventPublisher, ApplicationListener } from './application-event.ts'

/** Tells every listener, in the order of their registration, on the publisher's thread. */
export class ApplicationEventMulticaster implements ApplicationEventPublisher {
  readonly #listeners: ApplicationListener[] = []

  addListener(listener: ApplicationListener): void {
    this.#listeners.push(listener)
  }

  publish(event: ApplicationEvent): void {
    for (const listener of this.#listeners) listener(event)
  }
}
