//! `check --archive` and `crosscheck archive` as a user runs them: a story over three days, drafts, edits, and runs that are killed.

#![allow(clippy::unwrap_used, reason = "test code")]

mod support;

#[cfg(not(feature = "archive"))]
#[test]
fn without_the_feature_the_flag_says_how_to_build_with_it() {
    for args in [&["check", "--archive", "desk.archive", "seeds/earthquake"][..], &["archive", "list", "desk.archive"]] {
        let done = support::program::run(args);
        assert_eq!((done.code, done.out.as_str()), (2, ""));
        assert!(done.err.contains("--features archive"), "{}", done.err);
    }
}

#[cfg(feature = "archive")]
mod with {
    use std::collections::BTreeMap;

    use super::support::program::{Done, Scratch, run};
    use super::support::{self, batch};

    const DAY_1: &str = "seeds/earthquake/day-1-velmora-post.md";
    const DAY_2: &str = "seeds/earthquake/day-2-coastwire.jsonl";
    const DAY_3: [&str; 2] = ["seeds/earthquake/day-3-lakeside-radio.txt", "seeds/earthquake/day-3-northern-herald.md"];

    /// Checks `paths` on a day against an archive.
    fn check(archive: &str, today: &str, flags: &[&str], paths: &[&str]) -> Done {
        run(&[&["check", "--archive", archive, "--today", today], flags, paths].concat())
    }

    /// An archive of the first two days.
    fn two_days(scratch: &Scratch) -> String {
        let archive = scratch.at("desk.archive");
        for (today, path) in [("2025-09-14", DAY_1), ("2025-09-15", DAY_2)] {
            let done = check(&archive, today, &[], &[path]);
            assert_eq!(done.code, 0, "{}", done.err);
        }
        archive
    }

    /// What `archive list` says: batch, day, articles, claims.
    fn list(archive: &str) -> Vec<(i64, String, i64, i64)> {
        let done = run(&["archive", "list", "--format", "jsonl", archive]);
        assert_eq!(done.code, 0, "{}", done.err);
        let row = |line: &str| {
            let row: serde_json::Value = serde_json::from_str(line).unwrap();
            let number = |key: &str| row[key].as_i64().unwrap();
            (number("batch"), row["day"].as_str().unwrap().to_owned(), number("articles"), number("claims"))
        };
        done.out.lines().map(row).collect()
    }

    /// The rules of the findings, with their sentences.
    fn findings(done: &Done) -> Vec<String> {
        let one = |line: &str| {
            let finding: serde_json::Value = serde_json::from_str(line).unwrap();
            format!("{}: {}", finding["rule"].as_str().unwrap(), finding["message"].as_str().unwrap())
        };
        done.out.lines().map(one).collect()
    }

    #[test]
    fn a_story_over_three_days() {
        let scratch = Scratch::new("three-days");
        let archive = scratch.at("desk.archive");
        let first = check(&archive, "2025-09-14", &[], &[DAY_1]);
        assert_eq!(first.out, run(&["check", DAY_1]).out, "an archive that is new holds nothing");
        support::snapshot("archive.day-2.full", &check(&archive, "2025-09-15", &[], &[DAY_2]).out);
        for format in ["full", "markdown", "json"] {
            let done = check(&archive, "2025-09-16", &["--no-append", "--format", format], &DAY_3);
            let out = if format == "json" { laid_out(&done.out) } else { done.out };
            support::snapshot(&format!("archive.day-3.{format}"), &out);
        }
    }

    #[test]
    fn the_page_says_what_was_archived() {
        let scratch = Scratch::new("page");
        let archive = two_days(&scratch);
        let done = check(&archive, "2025-09-16", &["--no-append", "--format", "html"], &DAY_3);
        assert!(done.out.contains("14 Sep 2025, archived 14 Sep"), "{}", done.err);
        assert!(!run(&["check", "--format", "html", "seeds/earthquake"]).out.contains("archived"));
    }

    fn laid_out(json: &str) -> String {
        serde_json::to_string_pretty(&serde_json::from_str::<serde_json::Value>(json).unwrap()).unwrap()
    }

    #[test]
    fn an_archive_that_holds_nothing_related_changes_no_byte() {
        let scratch = Scratch::new("unrelated");
        let archive = scratch.at("desk.archive");
        let others: Vec<String> = support::paths("seeds").into_iter().filter(|path| !path.contains("/earthquake/")).collect();
        let others: Vec<&str> = others.iter().map(String::as_str).collect();
        let generated = scratch.file("generated.jsonl", records(&batch::articles(60)).as_bytes());
        assert_ne!(check(&archive, "2025-09-01", &[], &others).code, 2);
        assert_ne!(check(&archive, "2025-09-02", &[], &[&generated]).code, 2);
        for format in ["full", "markdown", "json", "jsonl"] {
            let with = check(&archive, "2025-09-16", &["--no-append", "--format", format], &["seeds/earthquake"]);
            let without = run(&["check", "--format", format, "seeds/earthquake"]);
            assert_eq!((with.code, with.out), (without.code, without.out), "{format}");
        }
    }

    #[test]
    fn the_same_batch_twice_changes_nothing() {
        let scratch = Scratch::new("twice");
        let archive = two_days(&scratch);
        let first = check(&archive, "2025-09-16", &[], &DAY_3);
        let bytes = std::fs::read(&archive).unwrap();
        for today in ["2025-09-16", "2025-09-17"] {
            let again = check(&archive, today, &[], &DAY_3);
            assert_eq!((again.code, &again.out), (first.code, &first.out));
            assert!(again.err.contains("nothing new"), "{}", again.err);
            assert!(std::fs::read(&archive).unwrap() == bytes, "the file is as it was");
        }
    }

    #[test]
    fn a_draft_is_held_against_what_others_reported_and_is_not_kept() {
        let scratch = Scratch::new("draft");
        let archive = two_days(&scratch);
        let draft = scratch.file(
            "draft.md",
            b"---\ntitle: Velmora counts its dead\npublished: 2025-09-15\n---\n\nThe earthquake in the Velmora valley killed 93 people, the \
              interior ministry said on Monday. Rescuers searched the market hall in Sarn Keth.\n",
        );
        let bytes = std::fs::read(&archive).unwrap();
        let done = check(&archive, "2025-09-15", &["--no-append", "--format", "jsonl"], &[&draft]);
        assert_eq!(done.code, 1, "{}", done.err);
        let found = findings(&done);
        assert!(found.iter().any(|found| found.starts_with("conflicting-figures: ") && found.contains("93")), "{found:?}");
        assert!(std::fs::read(&archive).unwrap() == bytes, "the file is as it was");
        let missing = check(&scratch.at("none.archive"), "2025-09-15", &["--no-append"], &[&draft]);
        assert_eq!(missing.code, 2);
        assert!(missing.err.contains("found no archive"), "{}", missing.err);
    }

    #[test]
    fn an_outlet_that_goes_back_to_its_older_figure() {
        let scratch = Scratch::new("stale");
        let archive = scratch.at("desk.archive");
        let mut found = Vec::new();
        for (day, dead) in [(14, 41), (15, 63), (16, 41)] {
            let record = format!(
                r#"{{"id": "post-{day}", "published": "2025-09-{day}", "publisher": "Velmora Post", "url": "https://velmorapost.example/{day}",
                "text": "The earthquake in the Velmora valley killed {dead} people, the interior ministry said. Crews dug in Sarn Keth."}}"#
            );
            let path = scratch.file(&format!("{day}.jsonl"), record.replace('\n', " ").as_bytes());
            found = findings(&check(&archive, &format!("2025-09-{day}"), &["--format", "jsonl"], &[&path]));
        }
        assert!(found.iter().any(|found| found.starts_with("stale-figure: ") && found.contains("41 after 63")), "{found:?}");
    }

    #[test]
    fn an_edit_that_the_article_does_not_tell_of() {
        let scratch = Scratch::new("edit");
        let archive = two_days(&scratch);
        let first = support::read(DAY_1);
        let edited = first.replace("at least 41", "at least 43").replace("some 1,200 homes", "some 1,300 homes");
        let silent = |today: &str, flags: &[&str], text: &str| {
            let path = scratch.file("velmora-post.md", text.as_bytes());
            let done = check(&archive, today, &[&["--format", "jsonl"], flags].concat(), &[&path]);
            findings(&done).into_iter().filter(|found| found.starts_with("silent-edit")).collect::<Vec<_>>()
        };
        for open in [
            first.clone(),
            format!("{edited}\nCorrection: an earlier version gave another count of the dead.\n"),
            format!("Updated at 6 p.m.\n\n{edited}"),
            edited.replace("earthquake-valley\n", "earthquake-valley-2\n"),
            edited.replace("published: 2025-09-14", "published: 2025-09-15"),
            first.replace("by noon", "by the afternoon"),
            first.replace("killed at least 41 people", "took the lives of at least 43 people"),
        ] {
            assert!(silent("2025-09-15", &["--no-append"], &open).is_empty(), "{open}");
        }
        let moved = edited
            .replace("https://velmorapost.example/", "http://www.velmorapost.example/")
            .replace("valley\n---", "valley/?utm_source=x\n---");
        assert_eq!(silent("2025-09-15", &["--no-append"], &moved).len(), 1, "one address in two spellings");
        let path = scratch.file("velmora-post.md", edited.as_bytes());
        let out = check(&archive, "2025-09-15", &["--no-append"], &[&path]).out;
        // A file outside the project is named by itself.
        support::snapshot("archive.edit.full", &scratch.scrub(&out).replace("FOLDER/", ""));
        assert_eq!(silent("2025-09-15", &[], &edited).len(), 1, "seen first");
        assert_eq!(silent("2025-09-15", &[], &edited).len(), 1, "the same run again");
        assert!(silent("2025-09-16", &[], &edited).is_empty(), "known since the day before");
        assert_eq!(silent("2025-09-16", &[], &edited.replace("at least 43", "at least 45")).len(), 1, "edited once more");
    }

    #[test]
    fn a_version_of_an_article_is_no_second_source() {
        let scratch = Scratch::new("version");
        let archive = scratch.at("desk.archive");
        let first = support::read(DAY_1);
        let path = scratch.file("a.md", first.as_bytes());
        check(&archive, "2025-09-14", &[], &[&path]);
        let edited = first.replace("at least 41", "as many as 43").replace("about 120 people", "60 people");
        let path = scratch.file("a.md", edited.as_bytes());
        let done = check(&archive, "2025-09-14", &["--format", "json"], &[&path]);
        let report: serde_json::Value = serde_json::from_str(&done.out).unwrap();
        assert_eq!(report["articles"].as_array().unwrap().len(), 1, "{}", done.out);
        // What a third article is held against is the last version.
        let done = check(&archive, "2025-09-15", &["--format", "json"], &[DAY_2]);
        let report: serde_json::Value = serde_json::from_str(&done.out).unwrap();
        let archived: Vec<_> = report["articles"].as_array().unwrap().iter().filter(|article| article.get("archived").is_some()).collect();
        assert_eq!(archived.len(), 1, "{}", done.out);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_run_that_is_not_complete_keeps_nothing() {
        let scratch = Scratch::new("incomplete");
        let folder = Scratch::new("incomplete-input");
        folder.file("story.txt", b"Forty people died on Friday.");
        // A file that is there and that nobody can read from its start.
        std::os::unix::fs::symlink("/proc/self/mem", folder.at("memory.txt")).unwrap();
        let archive = scratch.at("desk.archive");
        let done = check(&archive, "2025-09-14", &[], &[folder.path()]);
        assert_eq!(done.code, 2);
        assert!(done.err.contains("nothing was archived"), "{}", done.err);
        assert!(!std::path::Path::new(&archive).exists());
    }

    #[test]
    fn batches_are_listed_dropped_and_their_room_given_back() {
        let scratch = Scratch::new("list");
        let archive = two_days(&scratch);
        check(&archive, "2025-09-16", &[], &DAY_3);
        support::snapshot("archive.list", &run(&["archive", "list", &archive]).out);
        let days = || list(&archive).into_iter().map(|(batch, day, ..)| format!("{batch} {day}")).collect::<Vec<_>>();
        assert_eq!(run(&["archive", "drop", &archive, "2"]).code, 0);
        assert_eq!(days(), ["1 2025-09-14", "3 2025-09-16"]);
        let done = run(&["archive", "drop", &archive, "2"]);
        assert!(done.code == 2 && done.err.contains("no batch 2"), "{}", done.err);
        assert_eq!(run(&["archive", "drop", "--before", "2025-09-16", &archive]).code, 0);
        assert_eq!(days(), ["3 2025-09-16"]);
        let before = std::fs::metadata(&archive).unwrap().len();
        assert_eq!(run(&["archive", "vacuum", &archive]).code, 0);
        assert!(std::fs::metadata(&archive).unwrap().len() <= before);
        // A number is given once.
        check(&archive, "2025-09-17", &[], &[DAY_1]);
        assert_eq!(days(), ["3 2025-09-16", "4 2025-09-17"]);
        for args in [&["archive", "drop", &archive][..], &["archive", "list", &scratch.at("none")]] {
            assert_eq!(run(args).code, 2);
        }
    }

    #[test]
    fn what_is_no_archive_of_ours_is_refused_and_left_as_it_is() {
        let scratch = Scratch::new("refused");
        let whole = std::fs::read(two_days(&scratch)).unwrap();
        let other = scratch.at("other.sqlite");
        rusqlite::Connection::open(&other).unwrap().execute_batch("CREATE TABLE t (a); INSERT INTO t VALUES (1)").unwrap();
        let newer = scratch.file("newer.archive", &whole);
        rusqlite::Connection::open(&newer).unwrap().pragma_update(None, "user_version", 99).unwrap();
        let mut torn = whole.clone();
        torn.truncate(whole.len() / 2);
        let mut spoilt = whole.clone();
        spoilt[4096..].fill(0xa5);
        for (path, expected) in [
            (
                scratch.file("notes.txt", b"Call the ministry about the count of the dead before noon, and the governor after it."),
                "something else",
            ),
            (other, "another program"),
            (newer, "newer crosscheck"),
            (scratch.file("torn.archive", &torn), "damaged"),
            (scratch.file("spoilt.archive", &spoilt), "damaged"),
        ] {
            let before = std::fs::read(&path).unwrap();
            let done = check(&path, "2025-09-16", &[], &DAY_3);
            assert_eq!((done.code, done.out.as_str()), (2, ""), "{path}: {}", done.err);
            assert!(done.err.contains(expected) && done.err.contains("as it is"), "{path}: {}", done.err);
            assert!(std::fs::read(&path).unwrap() == before, "{path} was changed");
        }
    }

    #[test]
    fn what_another_version_filed_is_read_again() {
        let scratch = Scratch::new("reread");
        let archive = two_days(&scratch);
        let expected = check(&archive, "2025-09-16", &["--no-append"], &DAY_3);
        let file = rusqlite::Connection::open(&archive).unwrap();
        file.execute_batch("UPDATE reading SET version = 1; DELETE FROM term; INSERT INTO term VALUES (1, 1, 0, 1)").unwrap();
        drop(file);
        for told in [true, false] {
            let done = check(&archive, "2025-09-16", &["--no-append"], &DAY_3);
            assert_eq!(done.out, expected.out);
            assert_eq!(done.err.contains("read again"), told, "{}", done.err);
        }
    }

    fn records(articles: &[batch::Sample]) -> String {
        articles.iter().map(|article| article.record() + "\n").collect()
    }

    #[test]
    fn what_a_report_names_stands_in_it_and_is_about_the_batch() {
        let scratch = Scratch::new("about");
        let archive = scratch.at("desk.archive");
        let articles = batch::articles(240);
        let part = |rest: usize| records(&articles.iter().skip(rest).step_by(3).cloned().collect::<Vec<_>>());
        for (rest, today) in [(0, "2025-09-14"), (1, "2025-09-15")] {
            let path = scratch.file(&format!("{rest}.jsonl"), part(rest).as_bytes());
            check(&archive, today, &[], &[&path]);
        }
        let turned = part(2).lines().rev().map(|line| line.to_owned() + "\n").collect::<String>();
        let (path, turned) = (scratch.file("2.jsonl", part(2).as_bytes()), scratch.file("turned.jsonl", turned.as_bytes()));
        let done = check(&archive, "2025-09-16", &["--no-append", "--format", "json"], &[&path]);
        let other = check(&archive, "2025-09-16", &["--no-append", "--format", "json", "--threads", "1"], &[&turned]);
        assert!(done.out == other.out, "threads and the order of the input change nothing");
        let report: serde_json::Value = serde_json::from_str(&done.out).unwrap();
        let list = |value: &serde_json::Value, key: &str| value[key].as_array().unwrap_or_else(|| panic!("{key}: {value}")).clone();
        let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        let articles: BTreeMap<String, bool> =
            list(&report, "articles").iter().map(|article| (text(&article["doc"]), article.get("archived").is_none())).collect();
        let claim = |claim: &serde_json::Value| (text(&claim["id"]), articles[&text(&claim["doc"])]);
        let claims: BTreeMap<String, bool> = list(&report, "claims").iter().map(claim).collect();
        assert!(articles.values().any(|own| !own) && articles.values().filter(|own| **own).count() == 80);
        let of_batch = |about: &serde_json::Value| list(about, "claims").iter().filter(|id| claims[&text(id)]).count() > 0;
        let mut told = 0;
        for fact in list(&report, "facts") {
            let related = list(&fact, "related").iter().any(|one| claims[&text(&one[0])]);
            assert!(of_batch(&fact) || related, "{fact}");
            told += usize::from(list(&fact, "articles").iter().any(|doc| !articles[&text(doc)]));
            let known = |pair: &serde_json::Value| (0..2).all(|side| claims.contains_key(&text(&pair[side])));
            assert!(list(&fact, "relations").iter().all(known), "{fact}");
        }
        assert!(told > 50, "{told} facts that archived articles tell too");
        for about in [list(&report, "findings"), list(&report, "not_compared")].concat() {
            assert!(of_batch(&about), "{about}");
        }
        let mut in_stories: Vec<String> =
            list(&report, "stories").iter().flat_map(|story| list(story, "articles")).map(|doc| text(&doc)).collect();
        in_stories.sort();
        assert!(in_stories.iter().eq(articles.keys()), "every article is in one story");
    }

    #[test]
    fn a_page_without_a_date_may_be_another_article_every_day() {
        let scratch = Scratch::new("undated");
        let archive = scratch.at("desk.archive");
        let mut found = Vec::new();
        for (today, trees) in [("2025-09-14", 41), ("2025-09-15", 43)] {
            let text = format!("---\nurl: https://alder.example/storm\n---\nThe storm in Alder felled {trees} trees, the mayor said.\n");
            let path = scratch.file("storm.md", text.as_bytes());
            found = findings(&check(&archive, today, &["--format", "jsonl"], &[&path]));
        }
        assert!(found.is_empty(), "{found:?}");
    }

    /// A run of `check` that goes on beside the test.
    fn started(archive: &str, input: &str) -> std::process::Child {
        std::process::Command::new(env!("CARGO_BIN_EXE_crosscheck"))
            .args(["check", "--archive", archive, "--today", "2025-09-16", "--format", "jsonl", input])
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap()
    }

    fn sound(archive: &str) {
        let file = rusqlite::Connection::open(archive).unwrap();
        let told: String = file.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(told, "ok");
    }

    /// Runs a check and kills it `later` after it began to write: the journal stands there from the first word to the last.
    fn killed(archive: &str, input: &str, later: std::time::Duration) {
        // One that an earlier kill left before a word stood in it is passed over.
        let journal = || std::fs::metadata(format!("{archive}-journal")).and_then(|found| found.modified()).ok();
        let before = journal();
        let mut run = started(archive, input);
        while run.try_wait().unwrap().is_none() {
            if journal().is_some_and(|now| before != Some(now)) {
                std::thread::sleep(later);
                run.kill().unwrap();
                break;
            }
            std::thread::yield_now();
        }
        run.wait().unwrap();
    }

    #[test]
    fn a_run_that_is_killed_leaves_whole_batches() {
        const KILLS: u64 = 20;
        const ARTICLES: usize = 20;
        let scratch = Scratch::new("killed");
        let archive = scratch.at("desk.archive");
        let articles = batch::articles((usize::try_from(KILLS).unwrap() + 2) * ARTICLES);
        let inputs: Vec<String> = articles
            .chunks(ARTICLES)
            .enumerate()
            .map(|(number, batch)| scratch.file(&format!("batch-{number}.jsonl"), records(batch).as_bytes()))
            .collect();
        // The first batch of all is killed while the archive is made; then it is whole.
        killed(&archive, &inputs[0], std::time::Duration::ZERO);
        assert_ne!(started(&archive, &inputs[0]).wait().unwrap().code(), Some(2));
        for (number, input) in (0..KILLS).zip(&inputs[1..]) {
            killed(&archive, input, std::time::Duration::from_millis(6 * number));
            let whole = list(&archive).into_iter().all(|(_, _, kept, _)| kept == i64::try_from(ARTICLES).unwrap());
            assert!(whole, "after kill {number}: {:?}", list(&archive));
        }
        assert_ne!(started(&archive, inputs.last().unwrap()).wait().unwrap().code(), Some(2));
        assert!(list(&archive).len() >= 2, "the first and the last were let be");
        sound(&archive);
    }

    #[test]
    fn two_runs_at_once_both_keep_their_batches() {
        let scratch = Scratch::new("at-once");
        let archive = scratch.at("desk.archive");
        let articles = batch::articles(180);
        let inputs: Vec<String> =
            (0..3).map(|at| scratch.file(&format!("batch-{at}.jsonl"), records(&articles[at * 60..(at + 1) * 60]).as_bytes())).collect();
        let runs: Vec<_> = inputs.iter().map(|input| started(&archive, input)).collect();
        for mut run in runs {
            assert_ne!(run.wait().unwrap().code(), Some(2));
        }
        assert_eq!(list(&archive).iter().map(|(_, _, kept, _)| *kept).collect::<Vec<_>>(), [60, 60, 60]);
        sound(&archive);
    }
}
