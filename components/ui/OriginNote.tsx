/** What `$ORIGIN` in a command stands for, to be put into a `noscript`; nothing where the command has an origin. */
export function OriginNote({ word }: { readonly word: string }) {
  if (!word.startsWith('$')) return null;
  return (
    <p className="mt-2 text-sm text-soft">
      For <code className="text-wire">{word}</code> put the beginning of this page’s address: all that the
      address bar shows before the path.
    </p>
  );
}
