/** The rungs of the ladder: how long a spoken answer may be. No zod here: every page carries it. */
export const rungs = ["super-brief", "brief", "detailed"] as const;
export type Rung = (typeof rungs)[number];

/** Seconds that a spoken answer on a rung may take. */
export const secondsByRung: Readonly<Record<Rung, number>> = {
  "super-brief": 30,
  brief: 120,
  detailed: 300,
};
