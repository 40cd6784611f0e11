import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { renderCode, renderInline, renderMarkdown } from "#lib/markdown/render.ts";

const attacks = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "<svg><script>alert(1)</script></svg>",
  "<iframe src=javascript:alert(1)></iframe>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<a href=javascript:alert(1)>x</a>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java\nscript:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](javascript&colon;alert(1))",
  "[x](\u0001javascript:alert(1))",
  "[x](vbscript:msgbox(1))",
  "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[x](data:text/html,<script>alert(1)</script>)",
  "[x]: javascript:alert(1)\n\n[x]",
  "<javascript:alert(1)>",
  "![x](javascript:alert(1))",
  "![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)",
  "![x](https://evil.example/pixel.png)",
  "![x](//evil.example/pixel.png)",
  "![x](/\\evil.example/pixel.png)",
  '![x" onerror="alert(1)](/a.png)',
  '[x](/a "onmouseover=alert(1)")',
  "<style>body{background:url(https://evil.example)}</style>",
  "<link rel=stylesheet href=https://evil.example/x.css>",
  "<meta http-equiv=refresh content='0;url=https://evil.example'>",
  "<base href=https://evil.example/>",
  "<form action=https://evil.example><input name=password><button>ok</button></form>",
  "<object data=javascript:alert(1)></object>",
  "<embed src=javascript:alert(1)>",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
  "<details open ontoggle=alert(1)>",
  "<div style=position:fixed;inset:0>over everything</div>",
  "<!--<img src=--><img src=x onerror=alert(1)//>",
  '```"><img src=x onerror=alert(1)>\nx\n```',
  "```html\n<img src=x onerror=alert(1)>\n```",
  "`<img src=x onerror=alert(1)>`",
  "| <img src=x onerror=alert(1)> |\n|---|\n| [x](javascript:alert(1)) |",
  "## <img src=x onerror=alert(1)> heading",
  "[^1]\n\n[^1]: <img src=x onerror=alert(1)> [x](javascript:alert(1))",
  "- [ ] <input type=text onfocus=alert(1) autofocus>",
  "{placeholder <img src=x onerror=alert(1)>}",
  '{a" onclick="alert(1)}',
];

const harmless = new Set(["http:", "https:", "mailto:"]);

function problemsOf(html: string): string[] {
  const { document } = parseHTML(`<!doctype html><body>${html}</body>`);
  const problems: string[] = [];
  for (const element of document.querySelectorAll("body *")) {
    const name = element.tagName.toLowerCase();
    if (
      /^(script|style|iframe|object|embed|svg|math|link|meta|base|form|button|noscript|details)$/.test(
        name,
      )
    )
      problems.push(`<${name}>`);
    if (name === "input" && element.getAttribute("type") !== "checkbox") problems.push("an input");
    for (const attribute of element.getAttributeNames()) {
      const value = element.getAttribute(attribute) ?? "";
      if (/^(on|style$|srcdoc$|srcset$|formaction$|name$)/.test(attribute))
        problems.push(attribute);
      if (attribute === "href" && !harmless.has(new URL(value, "https://here.example").protocol))
        problems.push(value);
      if (
        attribute === "src" &&
        new URL(value, "https://here.example").origin !== "https://here.example"
      )
        problems.push(value);
    }
  }
  return problems;
}

describe("renderMarkdown", () => {
  it.each(attacks)("lets nothing run or load: %s", (attack) => {
    for (const placeholders of [true, false]) {
      expect(problemsOf(renderMarkdown(attack, { placeholders }))).toEqual([]);
      expect(problemsOf(renderInline(attack, { placeholders }))).toEqual([]);
    }
    expect(problemsOf(renderCode(attack, attack))).toEqual([]);
  });

  it("keeps what writers need", () => {
    const html = renderMarkdown(
      "### Memory use\n\nA *cgroup* and `free`, see [docs](https://docs.docker.com/) and [Q12](/topics/docker).",
      { idPrefix: "brief-" },
    );
    expect(html).toContain(
      '<h3 id="brief-memory-use">Memory use<a href="#brief-memory-use" class="anchor"',
    );
    expect(html).toContain("<em>cgroup</em> and <code>free</code>");
    expect(html).toContain(
      '<a href="https://docs.docker.com/" rel="noopener noreferrer nofollow" target="_blank">docs</a>',
    );
    expect(html).toContain('<a href="/topics/docker">Q12</a>');
  });

  it("puts headings below those of the page", () => {
    expect(renderMarkdown("# One\n\n## Two")).toMatch(/<h3 [^]*<h3 /);
  });

  it("lets a wide table scroll inside itself, by keyboard too", () => {
    expect(renderMarkdown("| a | b |\n|---|--:|\n| 1 | 2 |")).toMatch(
      /<div class="table-scroll" role="region" aria-label="Table" tabindex="0"><table>[^]*<td align="right">2<\/td>/,
    );
  });

  it("highlights code, Dockerfiles included, and shows unknown languages as they are", () => {
    expect(renderCode("FROM node:20\nRUN npm ci", "dockerfile")).toMatch(
      /<pre tabindex="0"><code class="hljs language-dockerfile"><span class="hljs-keyword">FROM/,
    );
    expect(renderCode("++++[>+<-]", "brainfuck")).toContain("++++[>+&#x3C;-]");
    expect(renderCode("a ``` b ```` c", "plaintext")).toContain("````");
  });

  it("marks placeholders, but not those in code", () => {
    const html = renderMarkdown("> We cut {a number} from `{an id}`.", { placeholders: true });
    expect(html).toContain(
      'We cut <span class="placeholder">a number</span> from <code>{an id}</code>.',
    );
    expect(renderMarkdown("{a number}")).toBe("<p>{a number}</p>");
  });

  it("prints quotes and apostrophes as such, but not in code", () => {
    expect(renderInline("the host's `echo 'a'`")).toBe("the host’s <code>echo 'a'</code>");
    expect(renderInline('say "*light*weight", not `"a"`')).toBe(
      'say “<em>light</em>weight”, not <code>"a"</code>',
    );
  });

  it("renders a line without its paragraph", () => {
    expect(renderInline("Root inside is `UID 0`.")).toBe("Root inside is <code>UID 0</code>.");
    expect(renderInline("one\n\ntwo")).toBe("<p>one</p>\n<p>two</p>");
  });
});
