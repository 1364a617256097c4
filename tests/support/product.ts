import type { TestDatabase } from "./testServer";
export type Product = { baseUrl: string; database: TestDatabase };
export const runningProduct = (): Product => JSON.parse(process.env.KONTOR_TEST_PRODUCT ?? "null");
export default async function s() {
  process.env.KONTOR_TEST_PRODUCT = JSON.stringify({
    baseUrl: "http://localhost:1",
    database: { owner: "postgres://a:b@localhost/x", app: "postgres://a:b@localhost/x" },
  });
}
