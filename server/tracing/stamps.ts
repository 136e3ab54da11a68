/** Remembers something about objects for as long as these live, invisibly to everybody else. */
export interface Stamps<T> {
  get(subject: object): T | undefined
  set(subject: object, value: T): void
}

/** Lets a class give its private field to an object that exists already. */
class Adopting {
  constructor(subject: object) {
    // biome-ignore lint/correctness/noConstructorReturn: a private field is added to what the super constructor returns
    return subject
  }
}

/** What a WeakMap is for, at a tenth of its price: the garbage collector has no table to keep. */
export const createStamps = <T>(): Stamps<T> =>
  class Stamped extends Adopting {
    #value: T

    constructor(subject: object, value: T) {
      super(subject)
      this.#value = value
    }

    static get(subject: object): T | undefined {
      return #value in subject ? subject.#value : undefined
    }

    static set(subject: object, value: T): void {
      if (#value in subject) subject.#value = value
      else new Stamped(subject, value)
    }
  }
