import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { fontClassNames } from './fonts';
import './globals.css';
import { ThemeSwitch } from '@/components/theme-switch';
import { getLocale } from '@/lib/http/request-context';

const ABOUT = [
  { href: '/method', label: 'How it works' },
  { href: '/keys', label: 'Keys' },
  { href: '/privacy', label: 'Privacy' },
] as const;

export const metadata: Metadata = {
  title: { default: 'Rung: climb to a DevOps role', template: '%s · Rung' },
  description:
    'Rate your skills against things a person can observe, see how far you are from a DevOps role, and leave with the best plan for you.',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f3ea' },
    { media: '(prefers-color-scheme: dark)', color: '#0d1715' },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html
      lang={getLocale() === 'en-US' ? 'en-US' : 'en-GB'}
      className={fontClassNames}
      suppressHydrationWarning
    >
      <head>
        <script src="/theme.js" />
        <script src="/keys.js" defer />
      </head>
      <body>
        <a className="skip-link" href="#content">
          Skip to the content
        </a>
        {children}
        <footer className="site border-t border-line">
          <div className="mx-auto flex w-full max-w-[75rem] flex-wrap items-center justify-between gap-x-8 px-[clamp(1rem,4vw,2.5rem)] py-1">
            <p className="hint">
              <span className="max-sm:sr-only">Rung keeps your data on the server it runs on. </span>
              <span>No trackers, no adverts.</span>
            </p>
            <nav aria-label="About Rung" className="flex flex-wrap gap-x-5">
              {ABOUT.map((link) => (
                <a key={link.href} href={link.href} className="inline-flex min-h-11 min-w-11 items-center">
                  {link.label}
                </a>
              ))}
            </nav>
            <ThemeSwitch action="/theme" />
          </div>
        </footer>
      </body>
    </html>
  );
}
