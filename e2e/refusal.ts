import { type APIResponse, expect } from "@playwright/test";

/** Every refusal has the same shape, says nothing of our insides, and is never a 5xx. */
export async function expectError(
  response: APIResponse,
  status: number,
  code: string,
): Promise<void> {
  const text = await response.text();
  expect(response.status(), text.slice(0, 300)).toBe(status);
  const body = JSON.parse(text) as { error?: { code?: string; message?: string } };
  expect(body.error?.code).toBe(code);
  expect(body.error?.message?.length).toBeGreaterThan(10);
  expect(text).not.toMatch(/node_modules|at \w+ \(|SELECT|prisma/i);
}
