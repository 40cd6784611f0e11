import type { Targets, World } from "#lib/isolation/world.ts";
import type { Actor } from "#lib/session.ts";

/** Who would be shown what a stranger is not: the proof that the call asks for the right thing. */
type Control =
  | "owner"
  /** Anybody, once the bank is public. */
  | "published"
  /** Nobody: it changes or returns only what is the caller's. */
  | "none";

export interface FunctionCase {
  /** "NOT_FOUND": refused as such. "same": whatever it answers, the same as for what does not exist. "differs": it may tell that there is something, never what. */
  outcome: "NOT_FOUND" | "same" | "differs";
  control: Control;
  takesNobody: boolean;
  call: Call<Actor | null>;
}

type Call<Who> = (who: Who, at: Targets, world: World) => Promise<unknown>;

/** For a function that wants somebody who is signed in. */
export function signedIn(
  outcome: FunctionCase["outcome"],
  control: Control,
  call: Call<Actor>,
): FunctionCase {
  const guarded: FunctionCase["call"] = (who, at, world) => {
    if (!who) throw new Error("this function is never called without an actor");
    return call(who, at, world);
  };
  return { outcome, control, takesNobody: false, call: guarded };
}

/** For a function that also answers nobody. */
export function anybody(
  outcome: FunctionCase["outcome"],
  control: Control,
  call: Call<Actor | null>,
): FunctionCase {
  return { outcome, control, takesNobody: true, call };
}
