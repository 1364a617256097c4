import { Refused } from "@/lib/kernel/failures";

/** What a call fails with; nothing when it succeeds. */
export const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (failure: unknown) => failure,
  );

/** The words a call is refused with, none when it succeeds. Any other failure is thrown on. */
export async function refusal(call: Promise<unknown>): Promise<readonly string[]> {
  const failure = await failureOf(call);
  if (failure === undefined) return [];
  if (failure instanceof Refused) return failure.words;
  throw failure;
}
