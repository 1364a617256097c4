import type { NextConfig } from "next";

/** The limit of the comparisons: the same Next, none of Kontor. */
export default {
  poweredByHeader: false,
  images: { unoptimized: true },
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: `${import.meta.dirname}/../..` },
} satisfies NextConfig;
