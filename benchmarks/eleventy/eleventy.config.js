import { InputPathToUrlTransformPlugin } from "@11ty/eleventy";
import footnotes from "markdown-it-footnote";

export default function (config) {
  config.addPlugin(InputPathToUrlTransformPlugin);
  config.amendLibrary("md", (parser) => parser.set({ html: false }).use(footnotes));
  config.addCollection("years", (collections) => {
    const years = new Map();
    for (const meeting of collections.getFilteredByTag("meetings")) {
      const year = meeting.date.getUTCFullYear();
      years.set(year, [meeting, ...(years.get(year) ?? [])]);
    }
    return [...years].map(([year, meetings]) => ({ year, meetings }));
  });
  config.addFilter("day", (date) => date.toLocaleDateString("nl", { dateStyle: "long", timeZone: "UTC" }));
  return {
    dir: { input: "content", output: "site" },
    markdownTemplateEngine: false,
    templateFormats: ["md", "njk"],
  };
}
