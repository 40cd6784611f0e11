import { invalidField } from "#lib/accounts/invalid-field.ts";

let common: Promise<ReadonlySet<string>> | undefined;

/** The 49,000 commonest passwords, read when the first password is set. */
async function commonPasswords(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  return new Set(dictionary.passwords.map(String));
}

/**
 * Refuses what would be guessed first: the commonest passwords, and one's own address.
 * @param field the request's name for the password.
 * @throws AppError INVALID
 */
export async function refuseCommonPassword(
  password: string,
  email: string | null,
  field = "password",
): Promise<void> {
  common ??= commonPasswords();
  const plain = password.trim().toLowerCase();
  if ((await common).has(plain) || new Set(plain).size === 1) {
    throw invalidField(
      field,
      "is among the commonest passwords and would be guessed first, choose another",
    );
  }
  const address = email?.toLowerCase();
  if (address && (plain === address || plain === address.split("@")[0])) {
    throw invalidField(field, "is your e-mail address and would be guessed first, choose another");
  }
}
