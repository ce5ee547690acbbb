//! Holds the pages that people read against what the program does: the excerpt in the README, the commands that pages show with what they
//! print, links, the table of samples.

mod support;

use std::collections::BTreeMap;
use std::fmt::Write;

use support::program::run;
use support::shell::Desk;

/// Set to bring the excerpt in the README, and what commands print, up to date instead of failing.
const UPDATE: &str = "CROSSCHECK_UPDATE_DOCS";

const BEGIN: &str = "<!-- excerpt: begin -->\n```text\n";
const END: &str = "\n```\n<!-- excerpt: end -->";
/// Stands between two findings of the excerpt that are no neighbours in the report.
const GAP: &str = "\n⋮\n";

#[test]
fn the_excerpt_in_the_readme_is_what_the_program_prints() {
    let readme = support::read("README.md");
    let (before, rest) = readme.split_once(BEGIN).unwrap();
    let (excerpt, after) = rest.split_once(END).unwrap();
    let printed = run(&["check", "seeds"]).out;
    if std::env::var_os(UPDATE).is_some() {
        let named = |part: &str| part.split(':').next().unwrap().to_owned();
        let now = |part: &str| printed.split("\n\n").find(|block| named(block) == named(part)).unwrap_or(part).trim_end().to_owned();
        let excerpt = excerpt.split(GAP).map(now).collect::<Vec<_>>().join(GAP);
        std::fs::write(support::root().join("README.md"), [before, BEGIN, &excerpt, END, after].concat()).unwrap();
        return;
    }
    let parts: Vec<&str> = excerpt.split(GAP).collect();
    assert!(parts.len() > 1 && parts.iter().all(|part| part.lines().count() > 4), "an excerpt that shows something:\n{excerpt}");
    for part in parts {
        assert!(printed.contains(part), "{UPDATE}=1 mends this. README.md shows\n{part}\nand `crosscheck check seeds` prints\n{printed}");
    }
}

#[test]
fn links_between_pages_lead_somewhere() {
    for page in ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(str::to_owned).into_iter().chain(support::paths("docs")) {
        if support::root().join(&page).extension().is_none_or(|ending| ending != "md") {
            continue;
        }
        let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
        for target in support::read(&page).split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if target.starts_with("http") || target.starts_with('#') {
                continue;
            }
            let path = support::root().join(folder).join(target.split('#').next().unwrap());
            assert!(path.exists(), "{page}: the link to `{target}` leads nowhere");
        }
    }
}

#[test]
fn every_sample_story_has_its_row() {
    let page = support::read("docs/samples.md");
    let mut stories: BTreeMap<String, usize> = BTreeMap::new();
    let paths = support::paths("seeds");
    for path in &paths {
        let parts: Vec<&str> = path.split('/').collect();
        assert_eq!(parts.len(), 3, "{path}: a sample lies in the folder of its story");
        *stories.entry(parts[1].to_owned()).or_default() += 1;
    }
    let rows: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    let mut listed = rows.clone();
    listed.sort_unstable();
    assert_eq!(listed, stories.keys().map(String::as_str).collect::<Vec<_>>(), "docs/samples.md and the folders of seeds/");
    let articles = support::samples::report(&support::samples::seeds()).case.articles.len();
    let count = format!("{articles} articles in {} files", paths.len());
    assert!(page.contains(&count), "docs/samples.md does not say `{count}`");
}

#[test]
fn every_exit_code_and_format_of_the_help_is_in_the_readme() {
    let readme = support::read("README.md");
    let help = run(&["check", "--help"]).out;
    for format in ["full", "markdown", "json", "jsonl"] {
        assert!(help.contains(format) && readme.contains(&format!("`{format}`")), "`{format}`");
    }
}

#[test]
fn the_list_of_rules_is_that_of_the_program() {
    let page = support::read("docs/rules.md");
    let (before, rest) = page.split_once("<!-- rules: begin -->\n").unwrap();
    let (_, after) = rest.split_once("<!-- rules: end -->").unwrap();
    let mut table = "| rule | severity | finds |\n| --- | --- | --- |\n".to_owned();
    for line in run(&["explain"]).out.lines() {
        let (id, rest) = line.split_once("  ").unwrap();
        let (severity, finds) = rest.trim_start().split_once("  ").unwrap();
        let file = format!("../src/rules/{}.md", id.replace('-', "_"));
        writeln!(table, "| [`{id}`]({file}) | {severity} | {} |", finds.trim_start()).unwrap();
    }
    let now = [before, "<!-- rules: begin -->\n", &table, "<!-- rules: end -->", after].concat();
    if std::env::var_os(UPDATE).is_some() {
        std::fs::write(support::root().join("docs/rules.md"), now).unwrap();
    } else {
        assert_eq!(page, now, "{UPDATE}=1 mends this");
    }
}

/// A line of a printed block that stands for any number of lines.
const CUT: &str = "…";

/// The blocks of commands in a page: everything between "```console" and "```".
const CONSOLE: &str = "```console\n";

#[test]
fn commands_in_pages_print_what_the_pages_show() {
    for page in std::iter::once("README.md".to_owned()).chain(support::paths("docs")) {
        let text = support::read(&page);
        if !text.contains(CONSOLE) {
            continue;
        }
        let name = page.rsplit('/').next().unwrap().trim_end_matches(".md");
        let Some(desk) = Desk::open(&format!("page-{name}")) else { return };
        // The commands of a page run one after the other in one folder, which begins with the samples.
        desk.copy("seeds", "seeds");
        let mut parts = text.split(CONSOLE);
        let mut now = parts.next().unwrap().to_owned();
        for part in parts {
            let (block, after) = part.split_once("\n```").unwrap();
            now.push_str(CONSOLE);
            now.push_str(&replay(&desk, &page, block));
            now.push_str("```");
            now.push_str(after);
        }
        if std::env::var_os(UPDATE).is_some() {
            std::fs::write(support::root().join(&page), now).unwrap();
        } else {
            assert_eq!(text, now, "{page}; {UPDATE}=1 mends this");
        }
    }
}

/// Types the commands of a block, each after "$ ", and gives the block as it should read: what is shown where that fits, else all of it.
fn replay(desk: &Desk, page: &str, block: &str) -> String {
    let mut now = String::new();
    for part in format!("\n{block}\n").split("\n$ ").skip(1) {
        let (line, shown) = part.split_once('\n').unwrap_or((part, ""));
        let shown = shown.trim_end_matches('\n');
        let printed = desk.type_in(line);
        let printed = printed.trim_end();
        assert!(!printed.contains("[exit 2]") || shown.contains("[exit 2]"), "{page}: `{line}` can't do its work:\n{printed}");
        assert_ne!(shown, CUT, "{page}: nothing is shown of what `{line}` prints");
        let kept = if fits(shown, printed) { shown } else { printed };
        now.extend(["$ ", line, "\n", kept, if kept.is_empty() { "" } else { "\n" }]);
    }
    now
}

/// Whether `shown` is `printed`, but for lines of `CUT`, each of which stands for any number of lines.
fn fits(shown: &str, printed: &str) -> bool {
    let (shown, printed): (Vec<&str>, Vec<&str>) = (shown.lines().collect(), printed.lines().map(str::trim_end).collect());
    let mut parts = shown.split(|line| *line == CUT);
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = printed.strip_prefix(first) else { return false };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        let Some(at) = (0..rest.len()).find(|at| rest[*at..].starts_with(part)) else { return false };
        rest = &rest[at + part.len()..];
    }
    true
}

#[test]
fn a_cut_stands_for_any_number_of_lines() {
    assert!(fits("a\n…\nd", "a\nb\nc\nd") && fits("…\nd", "d") && fits("a\nb", "a\nb") && fits("", ""));
    assert!(!fits("a\n…\nc", "a\nb\nc\nd") && !fits("a", "a\nb") && !fits("…\nx\n…", "a\nb"));
}
