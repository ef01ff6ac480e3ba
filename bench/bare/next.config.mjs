import path from 'node:path';

/** @type {import('next').NextConfig} */
export default {
  typescript: { ignoreBuildErrors: true },
  // The packages are those of Rung, two folders up, so that both are the same version.
  turbopack: { root: path.join(import.meta.dirname, '..', '..') },
  agentRules: false,
  experimental: { agentUpgrade: false },
};
