import localFont from "next/font/local";

/**
 * Served from our own host, latin subset, with a fallback of the same size so that the swap moves
 * nothing. What the first screen needs is preloaded; italics and code come when they are used.
 */
const inter = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  style: "normal",
  variable: "--font-inter",
  adjustFontFallback: "Arial",
});

const sourceSerif = localFont({
  src: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  weight: "200 900",
  style: "normal",
  variable: "--font-source-serif",
  adjustFontFallback: "Times New Roman",
});

const sourceSerifItalic = localFont({
  src: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
  weight: "200 900",
  style: "italic",
  variable: "--font-source-serif-italic",
  adjustFontFallback: "Times New Roman",
  preload: false,
});

const jetbrainsMono = localFont({
  src: "../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2",
  weight: "100 800",
  style: "normal",
  variable: "--font-jetbrains-mono",
  adjustFontFallback: false,
  preload: false,
});

export const fontVariables = [inter, sourceSerif, sourceSerifItalic, jetbrainsMono]
  .map((font) => font.variable)
  .join(" ");
