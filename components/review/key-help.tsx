"use client";

import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";

const keys = [
  ["Space or Enter", "Show the answer; then the same as Good"],
  ["1 2 3 4", "Again, Hard (a pass), Good, Easy"],
  ["h", "Next hint"],
  ["d", "Open the next longer answer"],
  ["u or Ctrl/⌘ Z", "Undo, as many steps as you like"],
  ["*", "Mark, to find it again under Progress"],
  ["-", "Bury: not today"],
  ["@", "Suspend: not until you bring it back"],
  ["Esc", "Leave; everything is saved as you go"],
] as const;

interface KeyHelpProps {
  open: boolean;
  onClose: () => void;
  /** Null while there is no card. */
  actions: { mark: () => void; bury: () => void; suspend: () => void } | null;
}

/** The keys, and on a phone the actions that have no room in the header. */
export function KeyHelp({ open, onClose, actions }: KeyHelpProps) {
  return (
    <Dialog open={open} onOpenChange={onClose} title="Keys and actions">
      {actions && (
        <div className="mb-4 flex flex-wrap gap-2 sm:hidden">
          {(
            [
              ["Mark or unmark", actions.mark],
              ["Bury until tomorrow", actions.bury],
              ["Suspend", actions.suspend],
            ] as const
          ).map(([label, run]) => (
            <Button
              key={label}
              onClick={() => {
                run();
                onClose();
              }}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm">
        {keys.map(([key, meaning]) => (
          <div key={key} className="contents">
            <dt className="font-medium">{key}</dt>
            <dd className="text-soft">{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
