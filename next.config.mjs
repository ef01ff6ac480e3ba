/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // Types are checked by `npm run verify`; the packages that check needs are not installed where Rung only runs.
  typescript: { ignoreBuildErrors: true },
  // The optimiser is attack surface, and every picture here is already an SVG or sized by hand.
  images: { unoptimized: true },
  // Without this Next takes a lock file in a folder above for the root of the project.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  serverExternalPackages: [
    '@libsql/client',
    '@node-rs/argon2',
    'fontkit',
    'nodemailer',
    'pdfkit',
    'prom-client',
  ],
  // A page's title comes with the page for everybody: what came after it left a page without a title for a moment, in
  // which the announcer of page changes took its heading instead.
  htmlLimitedBots: /.*/,
  agentRules: false,
  devIndicators: false,
  experimental: {
    // Asks the network for advisories; the version floors are checked in the run.
    agentUpgrade: false,
    // The server in front refuses sooner: 1 MB everywhere but the import.
    serverActions: { bodySizeLimit: '17mb' },
  },
};
