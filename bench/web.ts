import { chromium, type Page } from "@playwright/test";
import { median, rounded } from "#bench/measure.ts";

const slowDown = 4;
const answers = 15;

// As text, since the page knows none of the helpers that a compiler weaves into functions.
const pressAndWait = `new Promise((resolve) => {
  const before = document.querySelector("article h1");
  const started = performance.now();
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "3", bubbles: true }));
  (function look() {
    const now = document.querySelector("article h1");
    if (now === null || now === before) return requestAnimationFrame(look);
    // The frame in which it stands, and the one after which it is on the screen.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - started)));
  })();
})`;

/** Milliseconds from a key press until the next card's heading is painted. */
async function nextCardMs(page: Page): Promise<number> {
  await page.keyboard.press("Space");
  await page.getByRole("group", { name: "How well did you know it?" }).waitFor();
  return page.evaluate<number>(pressAndWait);
}

/** What `/review` weighs, and how fast it is on a slow phone. */
export async function benchWeb(baseUrl: string, executablePath: string) {
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    const page = await browser.newPage();
    const scripts: { url: string; bytes: number }[] = [];
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    const urlById = new Map<string, string>();
    session.on("Network.responseReceived", ({ requestId, response, type }) => {
      if (type === "Script") urlById.set(requestId, response.url);
    });
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const url = urlById.get(requestId);
      if (url !== undefined) scripts.push({ url, bytes: encodedDataLength });
    });
    await page.goto(`${baseUrl}/review`);
    await page.locator("article h1").waitFor();
    await page.waitForLoadState("networkidle");
    const reviewJsKb = scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowDown });
    const times: number[] = [];
    for (let answer = 0; answer < answers; answer += 1) times.push(await nextCardMs(page));
    return {
      reviewJsKb: rounded(reviewJsKb),
      nextCardMs: rounded(median(times)),
      raw: {
        scripts: scripts.length,
        slowestNextCardMs: rounded(Math.max(...times)),
        cpuSlowDown: slowDown,
      },
    };
  } finally {
    await browser.close();
  }
}
