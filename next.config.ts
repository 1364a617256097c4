import type { NextConfig } from "next";
import { LARGEST_BODY_BYTES } from "./lib/kernel/limits";
import { routes } from "./lib/kernel/routes";

export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // The HTTP server does.
  compress: false,
  // The image optimizer has had holes, and nothing here needs it; the HTTP server closes its address as well.
  images: { unoptimized: true },
  // Used by the server as they are: they have native parts, or find files beside themselves.
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "graphile-worker"],
  // `npm test` checks types; a build on the machine that serves need not do it again.
  typescript: { ignoreBuildErrors: true },
  async redirects() {
    return [
      { source: "/admin", destination: routes.adminMail(), permanent: false },
      // Asked for by browsers and tools that do not read the page's own icon.
      { source: "/favicon.ico", destination: "/icon.svg", permanent: false },
    ];
  },
  experimental: {
    // Lists of addresses are pasted and uploaded through server actions.
    serverActions: { bodySizeLimit: LARGEST_BODY_BYTES },
    authInterrupts: true,
  },
} satisfies NextConfig;
