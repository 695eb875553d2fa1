import { fileURLToPath } from 'node:url'
import ejs from 'ejs'
import type { Express, Response } from 'express'
import { visibleText } from '../display/visible-text.ts'
import type { CostPageModel } from '../pages/cost.ts'
import type { EventPageModel } from '../pages/event.ts'
import type { EventsPageModel } from '../pages/events.ts'
import type { MessagePageModel } from '../pages/message.ts'
import type { NewerModel } from '../pages/newer.ts'
import type { ObjectPageModel } from '../pages/object.ts'
import type { SignInPageModel } from '../pages/sign-in-form.ts'
import type { OverviewPageModel } from '../pages/overview.ts'
import type { TracePageModel } from '../pages/trace.ts'

/** Each view with the page that it shows. */
interface Views {
  readonly cost: CostPageModel
  readonly event: EventPageModel
  readonly events: EventsPageModel
  readonly message: MessagePageModel
  readonly newer: NewerModel
  readonly object: ObjectPageModel
  readonly 'sign-in': SignInPageModel
  readonly overview: OverviewPageModel
  readonly trace: TracePageModel
}

const FOLDER = fileURLToPath(new URL('../views', import.meta.url))

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
}

/** Lets an app render the views. Templates say `page.title`, and nothing but the page is in reach. */
export function useViews(app: Express): void {
  app.engine('ejs', (file, options, done) => {
    const page: unknown = 'page' in options ? options.page : undefined
    ejs.renderFile(file, { ...(isObject(page) ? page : {}) }, OPTIONS, done)
  })
  app.set('views', FOLDER)
  app.set('view engine', 'ejs')
  app.enable('view cache')
}

export function render<Name extends keyof Views>(
  response: Response,
  view: Name,
  page: Views[Name],
): void {
  response.type('html')
  response.render(view, { page })
}

const OPTIONS: ejs.Options = {
  strict: true,
  localsName: 'page',
  cache: true,
  views: [FOLDER],
  // An include that begins with a slash is found without a look at the disk: for those of each row.
  root: FOLDER,
  escape: (value: unknown) => escapeHtml(value),
}

/** Whatever a template prints goes through here, so no field can bring a control character or a tag. */
function escapeHtml(value: unknown): string {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return ''
  return visibleText(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
