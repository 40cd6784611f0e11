import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectNoSidewaysScroll } from "./layout.ts";

const q44 = "/topics/docker/44-containers-vs-virtual-machines";
const comparison = "/compare/containers-vs-virtual-machines";

async function pathsOfSitemap(page: Page): Promise<string[]> {
  const xml = await (await page.request.get("/sitemap.xml")).text();
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = ""]) => new URL(url).pathname);
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("from the start page to a topic, filtered, to a question and the next one", async ({
    page,
  }) => {
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1 })).toContainText(
      "Say it in thirty seconds.",
    );
    await page.getByRole("link", { name: "Read the questions" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Topics" })).toBeVisible();
    await page.getByRole("link", { name: "Docker", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Docker" })).toBeVisible();

    const questions = page.getByRole("listitem").filter({ hasText: /^Q\d/ });
    const all = await questions.count();
    expect(all).toBeGreaterThanOrEqual(16);
    const numbers = (await questions.allInnerTexts()).map((text) =>
      Number(/^Q(\d+)/.exec(text)?.[1]),
    );
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));

    const filter = page.getByRole("search", { name: "Filter the questions" });
    await filter.getByLabel("Words or number").fill("44");
    await filter.getByRole("button", { name: "Filter" }).click();
    await expect(page).toHaveURL(/[?&]text=44/);
    await expect(questions).toHaveCount(1);
    await expect(questions).toContainText("Containers against virtual machines");
    await page.getByRole("link", { name: "Show all" }).click();
    await expect(questions).toHaveCount(all);
    await filter.getByLabel("Tag").selectOption("isolation");
    await filter.getByRole("button", { name: "Filter" }).click();
    expect(await questions.count()).toBeLessThan(all);
    await expect(questions.filter({ hasText: "Q44" })).toHaveCount(1);

    await page.getByRole("link", { name: "Containers against virtual machines" }).first().click();
    await expect(page).toHaveURL(new RegExp(`${q44}$`));
    const steps = page.getByRole("navigation", { name: "Previous and next question" });
    await steps.getByRole("link", { name: /^Docker Q46/ }).click();
    await expect(page).toHaveURL(/\/topics\/docker\/46-/);
    await steps.getByRole("link", { name: /^Docker Q44/ }).click();
    await expect(page).toHaveURL(new RegExp(`${q44}$`));
  });

  test("a question with everything that it has", async ({ page }) => {
    await page.goto(q44);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(
      "Contrast containers with virtual machines",
    );
    await expect(page.getByText("Docker Q44").first()).toBeVisible();
    const section = (name: string) => page.getByRole("region", { name: new RegExp(`^${name}`) });
    for (const [name, words] of [
      ["Super brief", "A container is a set of host processes"],
      ["Brief", "The question is what gets virtualised."],
      ["Detailed", "a container matched bare metal on Linpack"],
      ["Must-say points", "All containers on a host make system calls to the same kernel"],
      ["Senior perspective", "I start from the threat model"],
      ["Why no code", "The answer is an architectural comparison."],
    ] as const) {
      await expect(section(name)).toContainText(words);
    }
    const tiers = ["Super brief", "Brief", "Detailed"].map((name) => section(name));
    const tops = await Promise.all(tiers.map(async (tier) => (await tier.boundingBox())?.y ?? 0));
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));

    const hints = section("Interview hints");
    await expect(hints.getByRole("figure")).toHaveCount(3);
    await expect(hints.locator("figure .placeholder").first()).toHaveText("company");

    const followUp = section("Follow-ups").getByRole("group").first();
    await expect(followUp).toContainText("Are containers less secure than VMs?");
    await expect(followUp.getByText("mutually hostile tenants")).toBeHidden();
    await followUp.locator("summary").click();
    await expect(followUp.getByText("mutually hostile tenants")).toBeVisible();

    await expect(
      section("Sources").getByRole("link", { name: "Firecracker specification" }),
    ).toHaveAttribute("href", /^https:/);
    await expect(page.getByRole("link", { name: "Practise this" })).toHaveAttribute(
      "href",
      "/review?item=docker-44",
    );
    await page
      .getByRole("navigation", { name: "Answers by length" })
      .getByRole("link", { name: /5 minutes/ })
      .click();
    await expect(page).toHaveURL(/#detailed$/);
  });

  test("another wording of a question has its own address and the same answer", async ({
    page,
  }) => {
    await page.goto("/topics/kubernetes");
    await page
      .getByRole("link", { name: "Stateful workloads and databases on Kubernetes" })
      .click();
    const base = new URL(page.url()).pathname;
    const answer = await page.locator("#super-brief").innerText();
    const question = await page.getByRole("heading", { level: 1 }).innerText();

    const wordings = page.getByRole("complementary", { name: "Other wordings" });
    const wording = wordings.getByRole("link").first();
    const text = await wording.innerText();
    await wording.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(text);
    expect(new URL(page.url()).pathname).not.toBe(base);
    expect(await page.locator("#super-brief").innerText()).toBe(answer);
    await expect(page.locator("link[rel=canonical]")).toHaveAttribute(
      "href",
      new RegExp(`${base}$`),
    );
    await expect(wordings.getByRole("link", { name: question })).toBeVisible();
  });

  test("a comparison as a table, contested facts with both claims", async ({ page }) => {
    await page.goto("/compare");
    await page.getByRole("link", { name: "Containers against virtual machines" }).first().click();
    const table = page.getByRole("table");
    await expect(table.getByRole("columnheader")).toHaveText([
      "Aspect",
      "Containers",
      "Virtual machines",
    ]);
    expect(await table.getByRole("rowheader").count()).toBeGreaterThanOrEqual(14);

    const boot = table.getByRole("row").filter({ hasText: "30–120 s" });
    const contested = boot.getByRole("group").filter({ hasText: "30–120 s" });
    await expect(contested).toContainText("sources disagree: 3 claims");
    await contested.locator("summary").click();
    const claims = contested.getByRole("listitem");
    await expect(claims).toHaveCount(3);
    await expect(claims.nth(0)).toContainText(/^30–120 s.*minimal general-purpose guest/);
    await expect(claims.nth(1)).toContainText(/^2–5 min.*full server guest/);
    for (const claim of await claims.all()) {
      const reference = claim.getByRole("link", { name: /^Source \d+$/ }).first();
      const anchor = await reference.getAttribute("href");
      await expect(page.locator(anchor ?? "none")).toBeVisible();
    }
  });

  test("a search with typing errors finds what was meant", async ({ page }) => {
    await page.goto("/search");
    await page.getByRole("main").getByRole("searchbox").fill("contaner kernal");
    await page.getByRole("main").getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL(/\/search\?q=contaner\+kernal/);
    const main = page.getByRole("main");
    await expect(main).toContainText(/container instead of “contaner”/);
    await expect(main).toContainText(/kernel instead of “kernal”/);
    await expect(
      main.getByRole("link", { name: "Containers against virtual machines" }).first(),
    ).toBeVisible();
    await page.goto("/search?q=Docker+Q44");
    await expect(main.getByRole("listitem").first()).toContainText("Docker Q44");
    await page.goto("/search?q=zzqqxx");
    await expect(main).toContainText("Nothing was found for “zzqqxx”");
  });

  test("every page of the sitemap is read with its own title and address", async ({
    page,
    request,
    baseURL,
  }) => {
    const paths = await pathsOfSitemap(page);
    expect(paths).toEqual(
      expect.arrayContaining(["/", "/topics", "/compare", "/topics/docker", q44, comparison]),
    );
    expect(paths.some((path) => path.includes("/myths/"))).toBe(true);
    expect(paths.some((path) => path.includes("/decisions/"))).toBe(true);
    expect(new Set(paths).size).toBe(paths.length);
    const titles = new Set<string>();
    await eachOf(paths, async (path) => {
      const response = await request.get(path);
      expect(response.status(), path).toBe(200);
      const html = await response.text();
      const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
      expect(new URL(canonical ?? "missing:", baseURL).pathname, path).toBe(path);
      expect(/<meta name="description" content="([^"]{40,})"/.exec(html), path).not.toBeNull();
      expect(html.match(/<h1[ >]/g), path).toHaveLength(1);
      titles.add(/<title>([^<]+)<\/title>/.exec(html)?.[1] ?? "");
    });
    expect(titles.size, "each page has a title of its own").toBe(paths.length);
    const robots = await (await request.get("/robots.txt")).text();
    expect(robots).toMatch(/Sitemap: .*\/sitemap\.xml/);
    expect(robots).toContain("Disallow: /review");
  });
});

test("a question's structured data is a QAPage with its accepted answer", async ({ page }) => {
  await page.goto(q44);
  const json = await page.locator('script[type="application/ld+json"]').textContent();
  const data: unknown = JSON.parse(json ?? "");
  expect(data).toMatchObject({
    "@context": "https://schema.org",
    "@type": "QAPage",
    mainEntity: {
      "@type": "Question",
      name: "Containers against virtual machines",
      text: expect.stringContaining("Contrast containers with virtual machines") as unknown,
      answerCount: 1,
      acceptedAnswer: {
        "@type": "Answer",
        text: expect.stringContaining("The question is what gets virtualised.") as unknown,
      },
    },
  });
  await expect(page).toHaveTitle(/Docker Q44: Containers against virtual machines/);
});

test("what does not exist is a 404 that leads on", async ({ page, trouble }) => {
  trouble.expect(/status of 404/);
  for (const path of [
    "/nothing",
    "/topics/nothing",
    "/topics/docker/nothing",
    "/compare/nothing",
  ]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "There is nothing at this address",
    );
    await expect(page.getByRole("link", { name: "Browse the topics" })).toBeVisible();
  }
});

test("Practise this opens the cards of that question, for a stranger at once", async ({ page }) => {
  await page.goto(q44);
  await page.getByRole("link", { name: "Practise this" }).click();
  await expect(page.locator("article h1")).toContainText(
    "Contrast containers with virtual machines",
  );
  await expect(page.locator("[data-count=new]")).toHaveText("3");
});

test("Practise on the page of a topic asks that topic's cards", async ({ page }) => {
  await page.goto("/topics/react");
  await page.getByRole("link", { name: "Practise", exact: true }).click();
  await expect(page).toHaveURL("/review?topic=react");
  await expect(page.locator("article")).toContainText("React and Next.js");
  await expect(page.locator("[data-count=new]")).toHaveText("20");
});

/** Several at a time, as readers come. */
async function eachOf(paths: readonly string[], read: (path: string) => Promise<void>) {
  const waiting = [...paths];
  const worker = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await read(path);
  };
  await Promise.all(Array.from({ length: 4 }, worker));
}

test.describe("320 px wide, without JavaScript", () => {
  test.use({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });

  const parts = 4;
  for (let part = 0; part < parts; part += 1) {
    test(`no page scrolls sideways (${part + 1} of ${parts})`, async ({ page }) => {
      const paths = [...(await pathsOfSitemap(page)), "/search?q=kernel"];
      for (const path of paths.filter((_, index) => index % parts === part)) {
        await page.goto(path);
        await expectNoSidewaysScroll(page, path);
      }
    });
  }
});

test.describe("320 px wide", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("a table scrolls under its first column", async ({ page }) => {
    await page.goto(comparison);
    const cell = page.getByRole("rowheader").first();
    const before = await cell.boundingBox();
    await page.getByRole("table").evaluate((table) => {
      const scroller = table.parentElement;
      if (scroller) scroller.scrollLeft = 150;
    });
    const moved = await page
      .getByRole("table")
      .evaluate((table) => table.parentElement?.scrollLeft ?? 0);
    expect(moved).toBeGreaterThan(0);
    expect((await cell.boundingBox())?.x).toBe(before?.x);
  });
});
