import pg from "pg";
import { vi } from "vitest";

/** How many statements reach the database meanwhile, and what came of it. */
export async function counted<T>(act: () => Promise<T>): Promise<{ statements: number; result: T }> {
  const sent = vi.spyOn(pg.Client.prototype, "query");
  try {
    const result = await act();
    return { statements: sent.mock.calls.length, result };
  } finally {
    sent.mockRestore();
  }
}
