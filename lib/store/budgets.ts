/** How much a store keeps: of all together, and of what a single address pays for. */

export interface Budget {
  /** Entries at most, and units of `size` at most, of all owners together. */
  readonly entries: number;
  readonly size: number;
  /** What a single owner may have of both. */
  readonly ownerEntries: number;
  readonly ownerSize: number;
}

const mebibyte = 1024 * 1024;

/**
 * An exchange takes some 19 kB. Each of a class of 60 behind one address keeps the latest 28; four addresses would have
 * to join to push out others'.
 */
export const listBudget: Budget = {
  entries: 20_000,
  size: 128 * mebibyte,
  ownerEntries: 5_000,
  ownerSize: 32 * mebibyte,
};

export const textBudget: Budget = {
  entries: 40_000,
  size: 32 * mebibyte,
  ownerEntries: 5_000,
  ownerSize: 4 * mebibyte,
};
