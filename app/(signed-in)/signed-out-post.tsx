import { Notice } from '@/components/notice';

/** What a form without script gets once the session has ended. The browser holds the form and can send it again. */
export function SignedOutPost() {
  return (
    <>
      <h1 className="mb-6">You have been signed out</h1>
      <Notice tone="problem">
        <p>
          Nothing was saved, and your browser still holds what you entered.{' '}
          <a href="/sign-in" target="_blank" rel="noopener">
            Sign in again in another tab
          </a>
          , then reload this page and let the browser send the form once more.
        </p>
      </Notice>
    </>
  );
}
