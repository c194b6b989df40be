/** Accounts as Digest looks them up: by the user name or by the hash of it (RFC 7616 §3.4.4). */
import type { Principal } from '@/lib/http-auth/decision';
import type { Account } from '../basic/basic';
import { type DigestAlgorithm, digestAlgorithms, digestHash, passwordHash, userHash } from './hash';

export interface DigestAccount {
  /** H(user:realm:password) in each algorithm: a response made with the wrong one can then be named. */
  readonly hashes: Readonly<Record<DigestAlgorithm, string>>;
  /** Undefined where nobody has this name. */
  readonly principal?: Principal;
}

/**
 * A function that finds the account of a user name, in NFC or as `hidden` hash, for a realm.
 * An unknown name gets hashes too, so that it takes as long and reads the same as a wrong password.
 */
export function digestAccounts(
  accounts: readonly Account[],
  algorithm: DigestAlgorithm,
  secret: Uint8Array,
): (who: { readonly username: string; readonly hidden: boolean }, realm: string) => DigestAccount {
  const hashesOf = (make: (algorithm: DigestAlgorithm) => string) =>
    Object.fromEntries(digestAlgorithms.map((algorithm) => [algorithm, make(algorithm)])) as Record<
      DigestAlgorithm,
      string
    >;
  // Out of a secret: whoever could guess these hashes would be told apart from somebody who is known.
  const nobody: DigestAccount = { hashes: hashesOf((algorithm) => digestHash(algorithm, secret)) };
  const tables = new Map<string, Map<string, DigestAccount>>();

  const tableOf = (realm: string) => {
    const table = new Map<string, DigestAccount>();
    for (const { username, password, principal } of accounts) {
      const account = {
        hashes: hashesOf((algorithm) => passwordHash(algorithm, username, realm, password)),
        principal,
      };
      table.set(`name ${username.normalize('NFC')}`, account);
      table.set(`hash ${userHash(algorithm, username, realm)}`, account);
    }
    tables.set(realm, table);
    return table;
  };

  return ({ username, hidden }, realm) => {
    const key = hidden ? `hash ${username.toLowerCase()}` : `name ${username.normalize('NFC')}`;
    return (tables.get(realm) ?? tableOf(realm)).get(key) ?? nobody;
  };
}
