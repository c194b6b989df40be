/** What is chosen of the table of stacks; empty where everything is. */
export interface StackFilter {
  readonly question: string;
  readonly language: string;
  readonly departure: string;
}

/** Hides what is not chosen, marks the answers that show a departure, and returns how many rows are left. */
export function applyFilters(table: HTMLElement, { language, question, departure }: StackFilter): number {
  for (const cell of table.querySelectorAll<HTMLElement>('[data-question]')) {
    const isChosen = cell.dataset.question === question;
    cell.hidden = question !== '' && !isChosen;
    cell.toggleAttribute('data-chosen', isChosen);
    cell.toggleAttribute('data-marked', departs(cell, departure));
  }
  let shown = 0;
  for (const row of table.querySelectorAll<HTMLElement>('tbody tr')) {
    row.hidden =
      (language !== '' && row.dataset.language !== language) ||
      (departure !== '' && !departs(row, departure)) ||
      // A question that makes no sense for a stack says nothing of it.
      row.querySelector('td[data-chosen] [data-none]') !== null;
    if (!row.hidden) shown += 1;
  }
  return shown;
}

function departs({ dataset }: HTMLElement, departure: string): boolean {
  return departure !== '' && (dataset.departures ?? '').split(' ').includes(departure);
}
