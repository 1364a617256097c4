import type { IncomingMessage, ServerResponse } from "node:http";

/** Whether a page is only fetched in case somebody goes there. */
export const isFetchedAhead = ({ headers }: IncomingMessage): boolean =>
  Boolean(
    headers["next-router-prefetch"] || headers["next-router-segment-prefetch"] || headers["sec-purpose"],
  );

/** Calls `act` with the status of the answer while its headers can still be changed. */
export function whenAnswered(response: ServerResponse, act: (status: unknown) => void): void {
  const writeHead = response.writeHead.bind(response) as (...parameters: unknown[]) => ServerResponse;
  const acting = (...parameters: unknown[]) => {
    act(parameters[0]);
    return writeHead(...parameters);
  };
  response.writeHead = acting as typeof response.writeHead;
}
