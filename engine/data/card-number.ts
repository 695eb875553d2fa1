/** How the numbers of the large card networks begin, and how long they are. */
const CARD =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]|2[2-7])\d{14}|3[47]\d{13}|3[0689]\d{12,14}|35\d{14}|6(?:011|4|5|2)\d{12,17})$/

/** Whether a text of digits, spaces and dashes is a payment card's number, its check digit included. */
export function isCardNumber(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '')
  return digits.length <= 19 && CARD.test(digits) && hasLuhnSum(digits)
}

/** ISO/IEC 7812-1, annex B. */
function hasLuhnSum(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place])
    const weighed = place % 2 === 0 ? digit : digit * 2
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return sum % 10 === 0
}
