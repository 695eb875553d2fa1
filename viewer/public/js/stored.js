// What a reader chose, kept from page to page.

export const stored = {
  get: (name) => {
    try {
      return localStorage.getItem(`stacktale.${name}`)
    } catch {
      return null
    }
  },
  set: (name, value) => {
    try {
      localStorage.setItem(`stacktale.${name}`, value)
    } catch {
      // Storage may be switched off: the choice then lasts as long as the page.
    }
  },
}
