//! Holds the pages that people read against what the program does: the excerpt in the README, links, the table of samples.

mod support;

use std::collections::BTreeMap;

use support::program::run;

/// Set to bring the excerpt in the README up to date instead of failing.
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
