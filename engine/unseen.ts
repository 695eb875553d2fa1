/**
 * Characters that act on a terminal, turn the reading direction, break a line for some readers, or are not
 * seen at all. Not among them: line feeds and tabs, and the marks and joiners that languages and emoji are
 * written with.
 */
export const UNSEEN: RegExp =
  /[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb](?<![\n\t\u061c\u200c-\u200f]|\p{Variation_Selector})/gu
