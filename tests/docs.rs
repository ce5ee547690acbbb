//! Holds the pages that people read against what the program does: the excerpt in the README, links, the table of samples.

mod support;

use std::collections::BTreeMap;

use support::program::run;

#[test]
fn the_excerpt_in_the_readme_is_what_the_program_prints() {
    let readme = support::read("README.md");
    let (_, rest) = readme.split_once("<!-- excerpt: begin -->").unwrap();
    let (excerpt, _) = rest.split_once("<!-- excerpt: end -->").unwrap();
    let lines: Vec<&str> = excerpt.lines().filter(|line| !line.is_empty() && !line.starts_with("```")).collect();
    assert!(lines.len() > 10, "an excerpt that shows something:\n{excerpt}");
    let printed = run(&["check", "seeds"]).out;
    let excerpt = excerpt.trim().trim_start_matches("```text\n").trim_end_matches("```");
    for part in excerpt.split("…\n") {
        assert!(printed.contains(part.trim_end()), "README.md shows\n{part}\nand `crosscheck check seeds` prints\n{printed}");
    }
}

#[test]
fn links_between_pages_lead_somewhere() {
    for page in ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(str::to_owned).into_iter().chain(support::paths("docs")) {
        if !page.ends_with(".md") {
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
