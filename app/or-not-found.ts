import { notFound } from "next/navigation";
import { AppError } from "#lib/errors.ts";

/** Shows the 404 page for what does not exist or is not this actor's to see. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
