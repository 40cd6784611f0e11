"use client";

import { useEffect } from "react";

const mark = "whetstone.sessionKeptAt";
const dayMs = 86_400_000;

/**
 * Renews the session cookie once a day while somebody comes back; without it the cookie would end
 * 30 days after signing in. The session's absolute age stays.
 */
export function KeepSession() {
  useEffect(() => {
    try {
      if (Date.now() - Number(localStorage.getItem(mark) ?? 0) < dayMs) return;
      void fetch("/api/auth/session").then(
        async (response) => {
          // An answer that nobody reads keeps its connection.
          await response.text();
          if (response.ok) localStorage.setItem(mark, String(Date.now()));
        },
        () => undefined,
      );
    } catch {
      // Without storage the cookie is renewed when signing in.
    }
  }, []);
  return null;
}
