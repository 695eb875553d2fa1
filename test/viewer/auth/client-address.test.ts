import assert from 'node:assert/strict'
import { clientAddress } from '../../../viewer/auth/client-address.ts'

describe('who failures are counted against', () => {
  for (const [ip, address] of [
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    [undefined, 'unknown'],
  ] as const) {
    it(`is of ${ip ?? 'no address'} ${address}`, () => {
      assert.equal(clientAddress({ ip }), address)
    })
  }
})
