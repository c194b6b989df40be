/** Everything that can happen in a situation, by name. */

import { basicFamilies } from './families-basic';
import { bearerFamilies } from './families-bearer';
import { cachingFamilies } from './families-caching';
import { cookiesFamilies } from './families-cookies';
import { corsFamilies } from './families-cors';
import { credentialsFamilies } from './families-credentials';
import { csrfFamilies } from './families-csrf';
import { redirectsFamilies } from './families-redirects';
import { rightsFamilies } from './families-rights';
import { schemesFamilies } from './families-schemes';
import type { ClientFamily, Family } from './family';

const serverFamilies = {
  ...credentialsFamilies,
  ...basicFamilies,
  ...bearerFamilies,
  ...csrfFamilies,
  ...rightsFamilies,
  ...schemesFamilies,
};
const clientFamilies = {
  ...cookiesFamilies,
  ...corsFamilies,
  ...redirectsFamilies,
  ...cachingFamilies,
};
const all = { ...serverFamilies, ...clientFamilies };

/** Families in which a server answers, and those in which a client does something. */
export type ServerFamilyName = keyof typeof serverFamilies;
export type ClientFamilyName = keyof typeof clientFamilies;
export type FamilyName = ServerFamilyName | ClientFamilyName;
export const families: Readonly<Record<ServerFamilyName, Family> & Record<ClientFamilyName, ClientFamily>> =
  all;
export const familyNames = Object.keys(all) as [FamilyName, ...FamilyName[]];
