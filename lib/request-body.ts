import { AppError } from "#lib/errors.ts";

const strictUtf8 = new TextDecoder("utf-8", { fatal: true });

function tooLarge(maxBytes: number): AppError {
  return new AppError(
    "TOO_LARGE",
    `The request is larger than ${Math.floor(maxBytes / 1024)} KiB. Send it in parts.`,
  );
}

/**
 * The body as text.
 * @throws AppError TOO_LARGE, or INVALID when it is not UTF-8.
 */
export async function readBody(request: Request, maxBytes: number): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      void reader.cancel();
      throw tooLarge(maxBytes);
    }
    chunks.push(value);
  }
  try {
    return strictUtf8.decode(Buffer.concat(chunks));
  } catch {
    throw new AppError("INVALID", "The body is not UTF-8.");
  }
}

/**
 * The body of a request as JSON.
 * @throws AppError TOO_LARGE, or INVALID when it is none.
 */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("application/json")) {
    throw new AppError(
      "INVALID",
      "Send the body as JSON, with the header Content-Type: application/json.",
    );
  }
  try {
    return JSON.parse(await readBody(request, maxBytes));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("INVALID", "The body is not valid JSON in UTF-8.");
  }
}

/**
 * The fields of an HTML form; of several with one name the last.
 * @throws AppError TOO_LARGE, or INVALID when it is none.
 */
export async function readForm(
  request: Request,
  maxBytes: number,
): Promise<Record<string, string>> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("application/x-www-form-urlencoded")) {
    throw new AppError(
      "INVALID",
      "Send the body as a form, with the header Content-Type: application/x-www-form-urlencoded.",
    );
  }
  return Object.fromEntries(new URLSearchParams(await readBody(request, maxBytes)));
}
