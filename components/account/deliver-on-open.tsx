"use client";

import { useEffect } from "react";
import { deliverReviews } from "#components/account/account-client.ts";

/** Sends the reviews that wait in this browser, while somebody reads the page. */
export function DeliverOnOpen() {
  useEffect(() => void deliverReviews(), []);
  return null;
}
