import { cache } from "react";
import { findActor } from "#lib/session.ts";

/** The actor of this request; asked once, however many layouts and pages want to know. */
export const currentActor = cache(findActor);
