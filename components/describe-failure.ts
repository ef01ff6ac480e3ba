'use client';

import { unstable_isUnrecognizedActionError } from 'next/navigation';
import { findRefusedStatus, findRequestId } from './find-request-id';

const NOT_REACHED =
  'Rung could not be reached or did not answer, so this may not be saved. What you entered is still here: check your connection, then press the button again. Nothing is saved twice.';
const OUTDATED =
  'Rung was updated since this page was opened, so nothing was saved. Reload the page: what you entered comes back into the form, all but passwords and files. Then press the button again.';
const STILL_HERE = 'Nothing was saved, and what you entered is still here.';

/** What Next says of an answer that is neither from an action nor a sentence of the server in front. */
const NO_SENTENCE = 'An unexpected response was received from the server.';
/** What React says of an answer that ended early. */
const CUT_OFF = 'Connection closed.';

export function isOutdated(error: unknown): boolean {
  return unstable_isUnrecognizedActionError(error);
}

/**
 * Tells failures apart that want something else of the person: an update, a fault, a refusal, a lost connection. `sentAt` is
 * when the form was sent, by the clock of the page.
 */
export async function describeFailure(error: unknown, sentAt: number): Promise<string> {
  if (isOutdated(error)) return OUTDATED;
  if (!(error instanceof Error) || error instanceof TypeError || error.message === CUT_OFF)
    return NOT_REACHED;
  if ('digest' in error) return describeFault(error.digest);
  return error.message === NO_SENTENCE
    ? describeStranger(await findRefusedStatus(sentAt))
    : `${error.message.trim()} ${STILL_HERE}`;
}

function describeFault(digest: unknown): string {
  const number = findRequestId() ?? digest;
  return `Something went wrong on the server, so this may not be saved. What you entered is still here, and nothing is saved twice: press the button again. If it keeps happening, tell whoever runs this server this number: ${number}.`;
}

/** What stands between the browser and Rung, such as a proxy, has answered in its place. */
function describeStranger(status: number | null): string {
  if (status === 413) return `This is larger than what the server takes. ${STILL_HERE}`;
  if (status === 429)
    return `Too much was asked for at once. ${STILL_HERE} Press the button again in a minute.`;
  if (status !== null && status >= 502)
    return 'Rung does not run at this moment, or is being started. What you entered is still here: press the button again in a minute. Nothing is saved twice.';
  return 'Something between this browser and Rung answered in its place, so this may not be saved. What you entered is still here: press the button again, or ask whoever runs the network. Nothing is saved twice.';
}
