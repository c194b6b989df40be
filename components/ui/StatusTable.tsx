import { Inline } from './Inline';
import { TableFrame } from './TableFrame';

interface StatusTableProps {
  /** What is compared, and what is true of each status. `Backticks` mark code. */
  readonly rows: readonly { readonly what: string; readonly 401: string; readonly 403: string }[];
  readonly className: string;
}

/** 401 beside 403, row by row. The look of the cells comes from where it stands. */
export function StatusTable({ rows, className }: StatusTableProps) {
  return (
    <TableFrame>
      <table className={className}>
        <thead>
          <tr>
            <td />
            <th scope="col">401 Unauthorized</th>
            <th scope="col">403 Forbidden</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ what, 401: unauthorized, 403: forbidden }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>
                <Inline text={unauthorized} />
              </td>
              <td>
                <Inline text={forbidden} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
