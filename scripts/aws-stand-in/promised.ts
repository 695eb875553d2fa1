/** A value that is given later, once. */
export class Promised<Value> {
  readonly value: Promise<Value>
  readonly give: (value: Value) => void

  constructor() {
    const givers: ((value: Value) => void)[] = []
    this.value = new Promise((resolve) => givers.push(resolve))
    this.give = (value) => givers.forEach((give) => give(value))
  }
}
