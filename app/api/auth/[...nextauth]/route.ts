import { answerAuthRequest } from "#lib/accounts/answer-auth-request.ts";

export { answerAuthRequest as GET, answerAuthRequest as POST };
