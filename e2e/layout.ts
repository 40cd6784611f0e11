import { expect, type Page } from "@playwright/test";

/** Resizes, and waits for the frame that is laid out by the media queries of the new width. */
export async function resize(
  page: Page,
  viewport: { width: number; height: number },
): Promise<void> {
  await page.setViewportSize(viewport);
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** What makes a page wider than the screen, outermost first; empty when nothing does. */
async function whatSticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const outside = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
    );
    const words = (element: Element) =>
      `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}"> ${element.textContent.trim().slice(0, 40)}`;
    return [`${scrollWidth} px instead of ${clientWidth}`, ...outside.slice(0, 8).map(words)];
  });
}

/** The page is no wider than the screen; wide tables scroll in a box of their own. */
export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  expect(await whatSticksOut(page), `${where} fits the screen`).toEqual([]);
}
