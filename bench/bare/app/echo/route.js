/** The least that a JSON route of Next can do: what our route is measured against. */
export async function POST(request) {
  const { events } = await request.json();
  return Response.json({ results: events.map(({ id }) => ({ id, status: "applied" })) });
}
