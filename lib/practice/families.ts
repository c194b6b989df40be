/** Everything that can happen in a situation, by name. */

import { basicFamilies } from './families-basic';
import { bearerFamilies } from './families-bearer';
import { credentialsFamilies } from './families-credentials';
import { rightsFamilies } from './families-rights';
import { schemesFamilies } from './families-schemes';
import type { Family } from './family';

const all = {
  ...credentialsFamilies,
  ...basicFamilies,
  ...bearerFamilies,
  ...rightsFamilies,
  ...schemesFamilies,
};

export type FamilyName = keyof typeof all;
export const families: Readonly<Record<FamilyName, Family>> = all;
export const familyNames = Object.keys(all) as [FamilyName, ...FamilyName[]];
