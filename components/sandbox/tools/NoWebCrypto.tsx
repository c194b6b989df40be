/** Why a tool that signs is off. */
export function NoWebCrypto() {
  return (
    <p className="mt-1.5 text-xs text-soft">
      This page came over plain HTTP from another machine, where browsers have no Web Crypto. Open it at
      localhost.
    </p>
  );
}
