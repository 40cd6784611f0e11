import { AppError } from "#lib/errors.ts";

/** INVALID for one field, in the words of the route wrapper. */
export function invalidField(path: string, message: string): AppError {
  return new AppError("INVALID", `The request is not valid: ${path}: ${message}.`, {
    issues: [{ path, message }],
  });
}
