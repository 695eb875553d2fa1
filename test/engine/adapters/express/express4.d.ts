// Express 4 by its alias. Its types are those of 5, as far as the tests use it.
declare module 'express4' {
  import express from 'express'
  export = express
}
