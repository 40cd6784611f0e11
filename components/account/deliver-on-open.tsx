"use client";

import { useEffect } from "react";
import { deliverReviews } from "#components/account/account-client.ts";

/** Sends the waiting reviews while somebody reads a page that will sign this browser in or out. */
export function DeliverOnOpen() {
  useEffect(() => void deliverReviews(), []);
  return null;
}
