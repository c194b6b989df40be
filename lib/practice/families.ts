/** Everything that can happen in a situation, by name. */

import { deepFamilies } from './families-deep';
import { firstFamilies } from './families-first';
import { wireFamilies } from './families-wire';
import type { Family } from './family';

const all = { ...firstFamilies, ...wireFamilies, ...deepFamilies };

export type FamilyName = keyof typeof all;
export const families: Readonly<Record<FamilyName, Family>> = all;
export const familyNames = Object.keys(all) as [FamilyName, ...FamilyName[]];
