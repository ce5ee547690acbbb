//! What other programs ask of our formats, held against what the program prints: on the samples, on articles made to break out of every
//! format, on a run that found nothing.
//!
//! SARIF is held against the schema of the standard, from the file that the package `serde-sarif` carries: Cargo fetches it and builds
//! nothing of it. GitLab and GitHub publish no schema file and `JUnit` XML has no standard, so what they read is written down here in our
//! words: for GitLab the table of keys on its page "Code Quality"; for `JUnit` the elements and attributes of the schema of Jenkins' `xUnit`
//! plugin; for GitHub the page on workflow commands. These three prove that the form is what those pages describe, not that a server took it.

#![allow(clippy::unwrap_used, reason = "test code")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use serde_json::{Value, json};
use support::program::{Scratch, run};

/// The samples; articles whose words and names mean something in one format or another; articles that differ in nothing.
fn batches(scratch: &Scratch) -> Vec<Vec<String>> {
    let record = |id: &str, figure: &str| {
        let title = "=1+1 <b>&]]> | `x` %0A::error file=a::b [c](1) \u{7}\u{fffe}@desk";
        let text =
            format!("{title}\n\nA wildfire destroyed {figure} homes in Pell Harbour on Tuesday, <i>said</i> \"the, mayor\" ]]> @x.\n");
        json!({"id": id, "title": title, "published": "2025-08-05", "text": text}).to_string()
    };
    let odd = scratch.file("a b,c%:d.jsonl", format!("{}\n{}\n", record("=one|<a>", "34"), record("::two,%", "43")).as_bytes());
    let page = |name: &str, figure: &str| {
        let text = format!(
            "---\npublished: 2025-06-02\ntitle: \"A <flood> & more\"\n---\nThe flood killed {figure} people in Marl Vale on Monday.\n"
        );
        scratch.file(name, text.as_bytes())
    };
    let pages = [page("ü <1> #2.md", "12"), page("[x](y) & z.md", "21")];
    vec![vec!["seeds".to_owned()], vec![odd], pages.into(), vec!["seeds/ferry".to_owned()]]
}

/// Prints each batch in a format, and says how many findings there are.
fn each(format: &str, mut hold: impl FnMut(&str, usize)) {
    let scratch = Scratch::new(&format!("platform-{format}"));
    for paths in batches(&scratch) {
        let check = |format| {
            let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
            run(&[&["check", "--format", format][..], &paths].concat()).out
        };
        let findings = check("jsonl").lines().count();
        assert!(findings > 0 || paths[0] == "seeds/ferry", "{paths:?} finds something");
        hold(&check(format), findings);
    }
}

/// The schema of the standard.
fn sarif_schema() -> Value {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let done = Command::new(cargo).args(["metadata", "--locked", "--format-version", "1"]).current_dir(support::root()).output().unwrap();
    assert!(done.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&done.stderr));
    let metadata: Value = serde_json::from_slice(&done.stdout).unwrap();
    let package = metadata["packages"].as_array().unwrap().iter().find(|package| package["name"] == "serde-sarif").unwrap();
    let schema = std::path::Path::new(package["manifest_path"].as_str().unwrap()).with_file_name("src").join("schema.json");
    let mut schema: Value = serde_json::from_str(&std::fs::read_to_string(schema).unwrap()).unwrap();
    // Its pattern for a key that we do not send is no regular expression.
    for owner in ["run", "toolComponent"] {
        schema["definitions"][owner]["properties"]["language"].as_object_mut().unwrap().remove("pattern");
    }
    schema
}

#[test]
fn sarif_is_as_the_standard_says() {
    let schema = jsonschema::options().should_validate_formats(true).build(&sarif_schema()).unwrap();
    each("sarif", |log, findings| {
        let log: Value = serde_json::from_str(log).unwrap();
        let faults: Vec<String> = schema.iter_errors(&log).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
        assert!(faults.is_empty(), "{faults:#?}");
        let results = log["runs"][0]["results"].as_array().unwrap();
        assert_eq!(results.len(), findings);
        for result in results {
            // Code scanning asks for one place with a line, and takes a path only below the root.
            let place = &result["locations"][0]["physicalLocation"];
            let uri = place["artifactLocation"]["uri"].as_str().unwrap();
            assert!(place["region"]["startLine"].as_u64() > Some(0) && !uri.contains([' ', '#', '<']), "{place}");
            assert!(result["partialFingerprints"].as_object().is_some_and(|prints| !prints.is_empty()));
        }
    });
    let mut bad: Value = serde_json::from_str(&run(&["check", "--format", "sarif", "seeds"]).out).unwrap();
    bad["runs"][0]["results"][0]["level"] = "grave".into();
    assert!(!schema.is_valid(&bad), "the schema refuses something");
}

#[test]
fn gitlab_gets_the_keys_that_it_reads() {
    let schema = json!({
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": {"type": "string", "minLength": 1},
                "check_name": {"type": "string", "minLength": 1},
                "fingerprint": {"type": "string", "minLength": 1},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "minLength": 1, "not": {"pattern": "^\\./"}},
                        "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
                    },
                },
            },
        },
    });
    let schema = jsonschema::validator_for(&schema).unwrap();
    each("gitlab", |report, findings| {
        let report: Value = serde_json::from_str(report).unwrap();
        let faults: Vec<String> = schema.iter_errors(&report).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
        assert!(faults.is_empty(), "{faults:#?}");
        let issues = report.as_array().unwrap();
        let prints: BTreeSet<&str> = issues.iter().map(|issue| issue["fingerprint"].as_str().unwrap()).collect();
        assert_eq!((issues.len(), prints.len()), (findings, findings), "of two with one fingerprint the second is not shown");
    });
}

/// The elements that may stand in an element, the attributes that it must have, and those that it may have.
fn junit(element: &str) -> Option<[&'static [&'static str]; 3]> {
    Some(match element {
        "" => [&["testsuites"], &[], &[]],
        "testsuites" => [&["testsuite"], &[], &["name", "time", "tests", "failures", "errors", "disabled", "skipped"]],
        "testsuite" => {
            [&["testcase", "system-out"], &["name"], &["tests", "failures", "errors", "skipped", "time", "timestamp", "hostname"]]
        }
        "testcase" => {
            [&["skipped", "error", "failure", "system-out", "system-err"], &["name"], &["classname", "time", "file", "line", "status"]]
        }
        "failure" | "error" => [&[], &[], &["message", "type"]],
        "skipped" => [&[], &[], &["message"]],
        "system-out" => [&[], &[], &[]],
        _ => return None,
    })
}

#[test]
fn junit_is_what_build_systems_read() {
    each("junit", |page, findings| {
        let mut reader = Reader::from_str(page);
        reader.config_mut().check_end_names = true;
        let (mut open, mut said, mut found) = (vec![String::new()], Vec::new(), BTreeMap::<String, usize>::new());
        loop {
            let mut enter = |start: &BytesStart<'_>| {
                let name = start.name().as_ref().to_owned();
                let [children, ..] = junit(open.last().unwrap()).unwrap();
                assert!(children.contains(&name.as_str()), "<{name}> in <{}>", open.last().unwrap());
                let [_, must, may] = junit(&name).unwrap();
                let attributes: BTreeMap<String, String> = start
                    .attributes()
                    .map(Result::unwrap)
                    .map(|attribute| {
                        (attribute.key.as_ref().to_owned(), attribute.normalized_value(XmlVersion::Explicit1_0).unwrap().into_owned())
                    })
                    .collect();
                assert!(must.iter().all(|key| attributes.contains_key(*key)), "<{name}> has {attributes:?}");
                assert!(
                    attributes.keys().all(|key| must.contains(&key.as_str()) || may.contains(&key.as_str())),
                    "<{name}> has {attributes:?}"
                );
                if name == "testsuites" {
                    said = ["tests", "failures", "errors", "skipped"].map(|key| attributes[key].parse::<usize>().unwrap()).to_vec();
                }
                *found.entry(name.clone()).or_default() += 1;
                name
            };
            match reader.read_event().unwrap() {
                Event::Start(start) => {
                    let name = enter(&start);
                    open.push(name);
                }
                Event::Empty(start) => drop(enter(&start)),
                Event::End(_) => drop(open.pop()),
                Event::Eof => break,
                _ => {}
            }
        }
        let count = |name: &str| found.get(name).copied().unwrap_or_default();
        assert_eq!(said, [count("testcase"), count("failure"), count("error"), count("skipped")], "the counts are those of the cases");
        assert_eq!(count("testcase"), findings + 1);
        assert!(
            page.chars().all(|letter| matches!(letter, '\n' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)),
            "no letter that XML refuses"
        );
    });
}

#[test]
fn github_gets_one_command_a_line() {
    each("github", |page, findings| {
        assert_eq!(page.lines().count(), findings);
        for line in page.lines() {
            let (head, message) = line.strip_prefix("::").and_then(|line| line.split_once("::")).unwrap();
            let (level, properties) = head.split_once(' ').unwrap();
            assert!(["error", "warning", "notice"].contains(&level) && !message.is_empty(), "{line}");
            let keys: Vec<&str> = properties.split(',').map(|property| property.split_once('=').unwrap().0).collect();
            assert!(keys == ["file", "line", "col", "title"] || keys == ["file", "line", "title"], "{line}");
            assert!(!properties.contains("::") && !properties.contains(':'), "{line}");
            for rest in line.split('%').skip(1) {
                assert!(["25", "0D", "0A", "3A", "2C"].iter().any(|code| rest.starts_with(code)), "a bare percent sign: {line}");
            }
        }
    });
}

#[test]
fn tables_hold_no_formula_and_no_broken_row() {
    for format in ["csv", "csv-claims", "csv-chart"] {
        each(format, |page, _| {
            let mut reader = csv::Reader::from_reader(page.as_bytes());
            let columns = reader.headers().unwrap().len();
            for row in reader.records().map(Result::unwrap) {
                assert_eq!(row.len(), columns);
                for cell in row.iter().filter(|cell| cell.parse::<f64>().is_err()) {
                    assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
                }
            }
        });
    }
}

#[test]
fn markdown_and_lines_keep_their_shape() {
    each("markdown", |page, _| {
        let cells = |row: &str| row.replace("\\\\", "").replace("\\|", "").matches('|').count();
        assert!(page.lines().filter(|line| line.starts_with('|')).all(|row| cells(row) == 5), "{page}");
        assert!(!page.contains("<b>") && !page.contains("<i>") && !page.contains("@desk"), "{page}");
    });
    each("concise", |page, findings| {
        assert_eq!(page.lines().count(), findings);
        assert!(page.lines().all(|line| [": error[", ": warning[", ": note["].iter().any(|mark| line.contains(mark))), "{page}");
    });
}
