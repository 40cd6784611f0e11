const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
];

/** What answers no page has nothing to run. Pages get their policy, with a nonce, from proxy.ts. */
const apiHeaders = [
  {
    key: "Content-Security-Policy",
    value:
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
  },
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // No image service: nothing remote is ever fetched or resized by the server.
  images: { unoptimized: true },
  headers: () => [
    { source: "/:path*", headers },
    { source: "/api/:path*", headers: apiHeaders },
  ],
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "linkedom", "nodemailer"],
  typescript: { ignoreBuildErrors: true }, // `npm run check` runs the compiler over everything
};

export default config;
