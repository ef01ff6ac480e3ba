/** What somebody is told who has shown that a suspended account is theirs. */
export const SUSPENDED =
  'This account is suspended: nobody can use it, and nothing of it is lost. Ask the person who runs this server.';
