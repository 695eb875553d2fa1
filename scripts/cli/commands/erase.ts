import type { Command } from 'commander'
import { checkKey } from '../../../engine/item/object-key.ts'
import { eraseObject } from '../../../engine/table/erase-object.ts'
import { storedKeys } from '../../../engine/table/stored-keys.ts'
import { confirmByTyping } from '../confirm.ts'
import { count, readCost } from '../count.ts'
import { isoTime } from '../event-row.ts'
import { examples } from '../examples.ts'
import { onCall } from '../given.ts'
import { jsonText } from '../../../engine/json-text.ts'
import { patientPlaceOf } from '../place.ts'
import type { Screen } from '../screen.ts'

export function addEraseCommand(program: Command, screen: Screen): void {
  const command = program
    .command('erase')
    .description('delete all events of one object for good; asks before')
    .argument('<object>', "the object's key, such as user_42")
    .option('--yes', 'do not ask')
    .option('--json', 'the counts as JSON')
  examples(command, [
    ['stacktale erase user_42', 'asks for the key once more'],
    ['stacktale erase user_42 --yes', 'in a script; after an interruption, run it again'],
  ])
  onCall(command, async (given) => {
    const object = given.argument(0)
    checkKey(object)
    const place = await patientPlaceOf(given)
    const found = await storedKeys(place, object)
    const all = count(found.keys.length, 'event')
    const [first, last] = [found.keys[0], found.keys.at(-1)]
    if (first !== undefined && last !== undefined && !given.flag('yes')) {
      const time = `${isoTime(first.timestamp)} to ${isoTime(last.timestamp)}`
      screen.warning(`${object} has ${all} in the table ${place.table}, ${time}.`)
      await confirmByTyping(object, screen)
    }
    const onErased = (events: number): void =>
      screen.progress(`Erased ${count(events, 'event')} of ${all}…`)
    const erased = await eraseObject(object, { ...place, found, onErased })
    if (given.flag('json')) await screen.print(`${jsonText({ object, ...erased })}\n`)
    const cost = `${count(erased.writeUnits, 'write unit')} and ${readCost(erased.readUnits)}`
    screen.note(`Erased ${count(erased.events, 'event')} of ${object}, for ${cost}.`)
  })
}
