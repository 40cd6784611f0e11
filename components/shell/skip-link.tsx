export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-ink px-4 py-3 font-medium text-paper focus:translate-y-0"
    >
      Skip to the content
    </a>
  );
}
