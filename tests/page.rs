//! The page in a browser: it is opened as a file, searched, filtered, sorted and read, and its console stays empty.
//!
//! Where Chromium is not installed the tests say so on standard error and pass; `.ci/run` installs it.

#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "test code")]

mod support;

use std::path::Path;

use serde_json::{Value, json};
use support::browser::Browser;
use support::program::{Scratch, run};

/// A browser on the page of `seeds`, and the page's address.
fn open(name: &str, width: u32, hash: &str) -> Option<(Browser, Scratch, String)> {
    let scratch = Scratch::new(name);
    let page = scratch.at("page.html");
    let done = run(&["check", "--format", "html", "-o", &page, "seeds"]);
    assert_eq!(done.code, 1, "findings on the samples: {}", done.err);
    let Some(browser) = Browser::start(Path::new(&scratch.at("profile")), width, 900) else {
        eprintln!("skipped: {name}: Chromium and ChromeDriver are not installed");
        return None;
    };
    let url = format!("file://{page}");
    browser.open(&format!("{url}{hash}"));
    Some((browser, scratch, url))
}

/// The labels of the facts that are shown, in the order in which they stand.
fn shown(browser: &Browser) -> Vec<String> {
    let labels = browser.run(
        "return [...document.querySelectorAll('article.fact')].filter((card) => card.checkVisibility()).map((card) => card.querySelector('h3').textContent)",
    );
    labels.as_array().unwrap().iter().map(|label| label.as_str().unwrap().to_owned()).collect()
}

/// Sets a field of the tools as a person does.
fn choose(browser: &Browser, field: &str, value: &str) {
    let script = format!(
        "const field = document.getElementById('{field}'); field.value = '{value}'; field.dispatchEvent(new Event('input', {{ bubbles: true }})); \
         return new Promise((done) => setTimeout(() => done(field.value), 300))"
    );
    assert_eq!(browser.run(&script), json!(value), "`{field}` takes `{value}`");
}

fn hash(browser: &Browser) -> Value {
    browser.run("return location.hash")
}

#[test]
fn facts_are_searched_filtered_and_sorted() {
    let Some((browser, _scratch, url)) = open("page-tools", 1280, "") else { return };
    let all = shown(&browser);
    assert!(all.len() > 15, "{all:?}");

    // A slash leads to the search, and what is typed finds a fact by the words of its articles.
    browser.press("/quarry road");
    browser.run("return new Promise((done) => setTimeout(done, 300))");
    let found = shown(&browser);
    assert!(!found.is_empty() && found.len() < all.len(), "{found:?}");
    assert!(found.iter().any(|label| label.starts_with("homes destroyed")), "{found:?}");
    assert_eq!(hash(&browser), json!("#q=quarry+road"));

    // Escape clears it.
    browser.press("\u{e00c}");
    assert_eq!(shown(&browser), all);
    assert_eq!(hash(&browser), json!(""));

    choose(&browser, "verdict", "conflict");
    let conflicts = shown(&browser);
    let verdicts = browser
        .run("return [...document.querySelectorAll('article.fact:not([hidden])')].every((card) => card.dataset.verdict === 'conflict')");
    assert!(verdicts == json!(true) && !conflicts.is_empty() && conflicts.len() < all.len(), "{conflicts:?}");
    assert_eq!(
        browser.run("return document.getElementById('count').textContent"),
        json!(format!("{} of {} shown", conflicts.len(), all.len()))
    );

    // What is asked for is in the address, and the address brings it back.
    choose(&browser, "sort", "label");
    assert_eq!(hash(&browser), json!("#verdict=conflict&sort=label"));
    browser.open("about:blank");
    browser.open(&format!("{url}#verdict=conflict&sort=label"));
    let mut sorted = conflicts.clone();
    sorted.sort_by_key(|label| label.to_lowercase());
    assert_eq!(shown(&browser), sorted);

    browser.run("document.getElementById('clear').click()");
    choose(&browser, "sort", "articles");
    let numbers = browser.run("return [...document.querySelectorAll('#differ article.fact')].map((card) => Number(card.dataset.articles))");
    let numbers: Vec<i64> = numbers.as_array().unwrap().iter().map(|number| number.as_i64().unwrap()).collect();
    assert!(numbers.len() > 3 && numbers.is_sorted_by(|one, next| one >= next), "{numbers:?}");

    // A source and a measure.
    let source =
        browser.run("return [...document.getElementById('source').options].find((option) => option.text.startsWith('Organisers')).value");
    choose(&browser, "source", source.as_str().unwrap());
    let told = shown(&browser);
    assert!(!told.is_empty() && told.iter().all(|label| label.contains("protested")), "{told:?}");

    // Nothing that fits is said in words, with a way back.
    choose(&browser, "q", "no such words anywhere");
    assert_eq!(shown(&browser), Vec::<String>::new());
    browser.run("document.getElementById('clear-too').click()");
    assert_eq!(shown(&browser).len(), all.len());
    assert_eq!(browser.console(), Vec::<String>::new());
}

#[test]
fn a_plot_is_read_and_a_fact_is_linked_to() {
    let Some((browser, _scratch, url)) = open("page-plot", 390, "") else { return };
    // The strips of the homes that burned: two figures on one axis, each with its words.
    let read = browser.run(
        "const fact = [...document.querySelectorAll('article.fact')].find((card) => card.querySelector('h3').textContent.startsWith('homes destroyed'));
         const strips = [...fact.querySelectorAll('.strip')];
         const at = (strip) => { const box = [...strip.querySelectorAll('use')].pop().getBoundingClientRect(); return box.x + box.width / 2; };
         return { id: fact.id, words: strips.map((strip) => strip.getAttribute('aria-label')), roles: strips.map((strip) => strip.getAttribute('role')),
                  apart: at(strips[1]) - at(strips[0]), width: strips[0].getBoundingClientRect().width,
                  ticks: [...fact.querySelectorAll('.axis text')].map((tick) => tick.textContent) }",
    );
    assert_eq!((&read["words"], &read["roles"]), (&json!(["34", "43"]), &json!(["img", "img"])));
    assert_eq!(read["ticks"], json!(["34", "36", "38", "40", "42", "44"]));
    // Nine of ten steps lie between 34 and 43.
    let share = read["apart"].as_f64().unwrap() / read["width"].as_f64().unwrap();
    assert!((0.88..0.92).contains(&share), "{share} of the axis lies between the two");

    // A telephone shows all without scrolling sideways.
    let sideways = browser.run("return document.documentElement.scrollWidth - innerWidth");
    assert!(sideways.as_i64().unwrap() <= 0, "{sideways} pixels too wide");

    // Keys lead from fact to fact, and open them.
    browser.press("jjj");
    let focus = "return document.activeElement.closest('article.fact')?.dataset.rank";
    assert_eq!(browser.run(focus), json!("2"));
    browser.press("k");
    assert_eq!(browser.run(focus), json!("1"));
    let toggled = "const details = document.activeElement.parentElement; return details.open";
    let before = browser.run(toggled);
    browser.press("\u{e007}");
    assert_ne!(browser.run(toggled), before);

    // A folded fact opens for a link to it.
    let folded = browser.run("return document.querySelector('#agree article.fact').id");
    browser.open("about:blank");
    browser.open(&format!("{url}#{}", folded.as_str().unwrap()));
    let open = browser.run(
        "const fact = document.querySelector('#agree article.fact');
         return new Promise((done) => setTimeout(() => {
           const top = fact.getBoundingClientRect().top;
           done(fact.querySelector('details').open && top > -2 && top < innerHeight ? true : [top, innerHeight, scrollY]);
         }, 300))",
    );
    assert_eq!(open, json!(true));

    // Colours follow the switch.
    let colours = browser.run("const colour = () => getComputedStyle(document.documentElement).backgroundColor; const before = colour(); document.getElementById('theme').click(); return [before, colour()]");
    assert_ne!(colours[0], colours[1]);
    assert_eq!(browser.console(), Vec::<String>::new());
}

#[test]
fn the_policy_holds() {
    let Some((browser, _scratch, _url)) = open("page-policy", 1280, "") else { return };
    // What an article would have to smuggle in: a script, a style, a picture.
    let blocked = browser.run(
        "const script = document.createElement('script'); script.textContent = 'window.smuggled = true'; document.body.append(script);
         const box = document.createElement('p'); box.setAttribute('style', 'color: red'); document.body.append(box);
         return [window.smuggled === undefined, box.style.color === '']",
    );
    assert_eq!(blocked, json!([true, true]));
    let told = browser.console();
    assert!(told.iter().any(|line| line.contains("Content Security Policy")), "{told:?}");
}
