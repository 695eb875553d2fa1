import fc from 'fast-check'

type Kind = (typeof KINDS)[number]

const KINDS = ['throwing', 'revoked', 'selfish', 'endless', 'trapped', 'unreadable'] as const

/**
 * Objects that hold values of every kind that JavaScript has, cycles and objects that throw when they
 * are read among them. Those are made last: fast-check reads what it makes.
 */
export const anyHostile: fc.Arbitrary<unknown> = fc
  .tuple(
    fc.array(
      fc.anything({
        withBigInt: true,
        withBoxedValues: true,
        withDate: true,
        withMap: true,
        withSet: true,
        withObjectString: true,
        withTypedArray: true,
        withSparseArray: true,
        withNullPrototype: true,
      }),
      { maxLength: 5 },
    ),
    fc.array(fc.constantFrom(...KINDS), { maxLength: 4 }),
  )
  .map(([values, kinds]) => {
    const fields: Record<string, unknown> = Object.fromEntries(
      kinds.map((kind) => [kind, hostileOf(kind)]),
    )
    const others = [Symbol('s'), () => 1, new WeakMap(), Promise.resolve(1)]
    const circle = new Map<unknown, unknown>([[fields, values]])
    return Object.assign(fields, { values, others, circle })
  })

function hostileOf(kind: Kind): unknown {
  switch (kind) {
    case 'throwing':
      return {
        get getter(): never {
          throw new Error('not now')
        },
        toString: (): never => {
          throw new Error('nor a text')
        },
      }
    case 'revoked': {
      const { proxy, revoke } = Proxy.revocable({}, {})
      revoke()
      return proxy
    }
    case 'selfish': {
      const selfish = { toJSON: (): unknown => selfish }
      return selfish
    }
    case 'endless':
      return endless()
    case 'trapped':
      return new Proxy(
        {},
        {
          ownKeys: () => Array.from({ length: 1000 }, (_, index) => `key${index}`),
          getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: 1 }),
          get: (_, name): never => {
            throw { name, toString: null }
          },
        },
      )
    default:
      return Object.defineProperty(new Error('seen'), 'message', {
        get: (): never => {
          throw undefined
        },
      })
  }
}

/** Each read makes two more of its kind. */
function endless(): object {
  return {
    get left(): object {
      return endless()
    },
    get right(): object {
      return endless()
    },
  }
}
