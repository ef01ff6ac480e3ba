/** What somebody in work does first when a post is looked for, and what comes on top. */
export const SEARCH_FROM_WORK =
  'Ask where you work first: a move inside, or your employer’s yes to part of this work, needs no search. Else your notice comes on top of these weeks: look into your contract, and sign the new one before you give it.';
