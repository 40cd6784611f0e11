import type { CardEvent } from "#lib/scheduler/events.ts";

/** Tells the other tabs of this browser what was answered here, so that they do not ask it again. */

interface Message {
  userId: string;
  event: CardEvent;
}

const channelName = "whetstone-reviews";
let channel: BroadcastChannel | undefined;

function open(): BroadcastChannel | undefined {
  if (typeof BroadcastChannel === "undefined") return undefined;
  channel ??= new BroadcastChannel(channelName);
  return channel;
}

export function tellOtherTabs(userId: string, event: CardEvent): void {
  open()?.postMessage({ userId, event } satisfies Message);
}

/** Calls back for each event of this user in another tab. @returns how to stop listening */
export function listenToOtherTabs(userId: string, onEvent: (event: CardEvent) => void): () => void {
  const listener = ({ data }: MessageEvent<Message>) => {
    if (data.userId === userId) onEvent(data.event);
  };
  const opened = open();
  opened?.addEventListener("message", listener);
  return () => opened?.removeEventListener("message", listener);
}
