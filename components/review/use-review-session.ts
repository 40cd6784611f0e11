"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { isScoped, type Loaded, loadDue, type ReviewScope } from "#components/review/load-due.ts";
import {
  contextOf,
  type LoggedAnswer,
  type SessionCard,
  toSessionCard,
  toWire,
} from "#components/review/session-model.ts";
import { listenToOtherTabs, tellOtherTabs } from "#lib/offline/other-tabs.ts";
import { addToOutbox } from "#lib/offline/outbox.ts";
import type { CardChange, CardEvent, Grade } from "#lib/scheduler/events.ts";
import {
  nextLearningAt,
  reduceSession,
  type SessionQueue,
  sessionCounts,
  startSession,
} from "#lib/scheduler/session-queue.ts";
import { studyDay } from "#lib/scheduler/study-day.ts";

type FlagKind = "suspend" | "unsuspend" | "bury" | "unbury" | "mark" | "unmark";

interface Answer {
  grade: Grade;
  durationMs: number;
  /** Ids of the ticked must-say points; null when there were none to tick. */
  ticks: string[] | null;
  missed: string[];
  hintsUsed: number;
}

export type SessionPhase = "loading" | "unreachable" | "signed-out" | "missing" | "ready";

/** When fewer cards than this are left, more are asked for. */
const refillBelow = 8;

/** Everything that a review session does, without what it looks like. */
export function useReviewSession(userId: string, { item, week, topic }: ReviewScope) {
  const [phase, setPhase] = useState<SessionPhase>("loading");
  const [session, setSession] = useState<SessionQueue<SessionCard> | null>(null);
  const [answers, setAnswers] = useState<readonly LoggedAnswer[]>([]);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [sessionId] = useState(() => uuidv7());
  const context = useMemo(() => (loaded ? contextOf(loaded.settings) : null), [loaded]);
  const refilling = useRef(false);
  const mayHaveMore = useRef(true);

  const load = useCallback(async () => {
    setPhase("loading");
    const result = await loadDue(userId, { item, week, topic });
    if (result.outcome !== "loaded") {
      setPhase(result.outcome);
      return;
    }
    const now = Date.now();
    setLoaded(result);
    setSession(startSession(result.cards.map(toSessionCard), now, contextOf(result.settings)));
    setPhase("ready");
  }, [userId, item, week, topic]);

  useEffect(() => void load(), [load]);

  useEffect(() => {
    if (!context) return undefined;
    return listenToOtherTabs(userId, (event) => {
      if (event.kind === "undo") return;
      // Answered elsewhere: gone from here too, but not this tab's to undo.
      setSession((current) => {
        if (!current) return current;
        const { history: _, ...next } = reduceSession(current, { type: "record", event }, context);
        return { ...next, history: current.history };
      });
    });
  }, [userId, context]);

  const refill = useCallback(async () => {
    if (!context || isScoped({ item, topic }) || refilling.current || !mayHaveMore.current) return;
    refilling.current = true;
    const result = await loadDue(userId, {}).finally(() => {
      refilling.current = false;
    });
    if (result.outcome !== "loaded" || result.fromCache) return;
    setSession((current) => {
      if (!current) return current;
      const next = reduceSession(
        current,
        { type: "refill", cards: result.cards.map(toSessionCard), now: Date.now() },
        context,
      );
      mayHaveMore.current = next.upcoming.length > current.upcoming.length;
      return next;
    });
  }, [context, item, topic, userId]);

  const record = useCallback(
    (event: CardChange, wire: ReturnType<typeof toWire>) => {
      if (!context) return;
      setSession(
        (current) => current && reduceSession(current, { type: "record", event }, context),
      );
      void addToOutbox(userId, wire);
      tellOtherTabs(userId, event);
    },
    [context, userId],
  );

  const current = session?.currentId ? (session.cards.get(session.currentId) ?? null) : null;

  const answer = useCallback(
    ({ grade, durationMs, ticks, missed, hintsUsed }: Answer) => {
      if (!current || !context || !session) return;
      const now = Date.now();
      const { settings } = context;
      const event: CardChange = {
        kind: "review",
        id: uuidv7(),
        cardId: current.cardId,
        grade,
        reviewedAt: now,
        day: studyDay(now, settings.timeZone, settings.dayStartsAtHour),
        desiredRetention: settings.desiredRetention,
        durationMs: Math.round(durationMs),
      };
      record(
        event,
        toWire(event, sessionId, { sessionId, versionId: current.versionId, ticks, hintsUsed }),
      );
      const after = reduceSession(session, { type: "record", event }, context).cards.get(
        current.cardId,
      )?.state;
      if (!after) return;
      const { title, path } = current.face;
      setAnswers((log) => [
        ...log,
        {
          eventId: event.id,
          cardId: event.cardId,
          grade,
          durationMs,
          title,
          path,
          missed,
          stateAfter: after,
        },
      ]);
      if (session.upcoming.length < refillBelow) void refill();
    },
    [current, context, session, record, refill, sessionId],
  );

  const flag = useCallback(
    (kind: FlagKind, cardId: string): string | null => {
      if (!context) return null;
      const now = Date.now();
      const base = { id: uuidv7(), cardId, reviewedAt: now };
      const { timeZone, dayStartsAtHour } = context.settings;
      const event: CardChange =
        kind === "bury"
          ? { ...base, kind, day: studyDay(now, timeZone, dayStartsAtHour) }
          : { ...base, kind };
      record(event, toWire(event, sessionId));
      return event.id;
    },
    [context, record, sessionId],
  );

  const undo = useCallback(() => {
    const last = session?.history.at(-1);
    if (!last || !context) return;
    const event: CardEvent = {
      kind: "undo",
      id: uuidv7(),
      cardId: last.cardId,
      reviewedAt: Date.now(),
      targetId: last.eventId,
    };
    setSession((now) => now && reduceSession(now, { type: "undo" }, context));
    setAnswers((log) => log.filter(({ eventId }) => eventId !== last.eventId));
    mayHaveMore.current = true;
    const { id, cardId, targetId, reviewedAt } = event;
    void addToOutbox(userId, {
      id,
      cardId,
      kind: "undo",
      targetId,
      sessionId,
      reviewedAt: new Date(reviewedAt).toISOString(),
    });
    tellOtherTabs(userId, event);
  }, [session, context, userId, sessionId]);

  const wake = useCallback(() => {
    if (context)
      setSession((now) => now && reduceSession(now, { type: "wake", now: Date.now() }, context));
  }, [context]);

  const counts = session && context ? sessionCounts(session, Date.now(), context.settings) : null;
  const wakesAt =
    session && context && !current ? nextLearningAt(session, Date.now(), context.settings) : null;
  useEffect(() => {
    if (wakesAt === null) return undefined;
    const timer = setTimeout(wake, Math.max(250, wakesAt - Date.now()));
    return () => clearTimeout(timer);
  }, [wakesAt, wake]);

  return {
    phase,
    current,
    counts,
    /** When a learning card may be shown, while nothing else is left. */
    wakesAt,
    settings: context?.settings ?? null,
    fromCache: loaded?.fromCache ?? false,
    /** Cards that were due tomorrow before the session. */
    dueTomorrow: loaded?.dueTomorrow ?? 0,
    answers,
    canUndo: (session?.history.length ?? 0) > 0,
    /** What `undo` would take back. */
    lastEventId: session?.history.at(-1)?.eventId ?? null,
    load,
    answer,
    flag,
    undo,
  };
}

export type ReviewSession = ReturnType<typeof useReviewSession>;
