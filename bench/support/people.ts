/** The benchmark's n-th person, from 1; by name they come in this very order. */
export function benchPerson(number: number): { name: string; email: string } {
  const padded = String(number).padStart(5, "0");
  return { name: `Robin Member${padded}`, email: `member${padded}@bench.example` };
}
