//! The one list of rules, and the run of them all.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{Case, Finding, House, Severity};

/// A rule.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its id, which never changes meaning: what was found.
    pub id: &'static str,
    /// How grave its findings are by default.
    pub severity: Severity,
    /// Whether it runs by default.
    pub on: bool,
    /// What it finds, in one line.
    pub finds: &'static str,
    /// Its page: what it finds, an example, how to settle it, what it does not see.
    pub page: &'static str,
    find: fn(&Case, &Rule) -> Vec<Finding>,
}

macro_rules! rules {
    ($($severity:ident $on:literal $id:literal $module:ident $finds:literal)*) => {
        /// Every rule, the gravest first.
        pub const RULES: &[Rule] = &[$(Rule {
            id: $id,
            severity: Severity::$severity,
            on: $on,
            finds: $finds,
            page: include_str!(concat!(stringify!($module), ".md")),
            find: super::$module::find,
        }),*];
    };
}

rules! {
    Error   true  "conflicting-figures" conflicting_figures "figures of one fact and one time that are apart"
    Error   true  "conflicting-dates"   conflicting_dates   "dates of one event that can't both be"
    Error   true  "magnitude-slip"      magnitude_slip      "figures with the same digits, a power of ten apart"
    Error   true  "headline-differs"    headline_differs    "a headline and its article that give figures apart"
    Error   true  "house-figure"        house_figure        "a figure other than the one that the desk has settled on"
    Warning true  "disputed-figure"     disputed_figure     "figures apart, given by different named sources"
    Warning true  "undated-difference"  undated_difference  "figures apart, and nothing says whether at one time"
    Warning true  "doubtful-date"       doubtful_date       "a date stamp that does not fit its own article"
    Warning true  "stale-figure"        stale_figure        "an older figure printed after a newer one of the same origin"
    Warning true  "bound-flipped"       bound_flipped       "\"at least 50\" in one article, \"as many as 50\" in another"
    Warning true  "loose-bound"         loose_bound         "\"more than 40\" where others give over twice as many"
    Warning true  "hedge-dropped"       hedge_dropped       "\"at least 6,000\" becomes \"6,000\" of the same source"
    Warning true  "silent-edit"         silent_edit         "another figure or date under one address, and no word of it"
    Warning true  "weekday-mismatch"    weekday_mismatch    "a weekday beside a date that is another weekday"
    Warning true  "impossible-date"     impossible_date     "a date that no calendar has"
    Warning true  "reversed-range"      reversed_range      "a range whose end lies before its start"
    Note    true  "figure-range"        figure_range        "figures that leave a range: low, best, high"
    Note    true  "revised-figure"      revised_figure      "a later report with another figure: rose or fell"
    Note    true  "revised-date"        revised_date        "a later report with another date of one event"
    Note    false "single-origin"       single_origin       "a fact that every article has from one origin"
}

/// What a desk can set about rules: another severity, or none, by id; and its own figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The severity of a rule, where it is not its own; `None` switches it off.
    pub severities: BTreeMap<String, Option<Severity>>,
    /// The figures that the desk has settled on.
    pub house: Vec<House>,
}

impl Settings {
    /// The severity of a rule; `None` where it is off.
    pub fn severity(&self, rule: &Rule) -> Option<Severity> {
        match self.severities.get(rule.id) {
            Some(set) => *set,
            None => rule.on.then_some(rule.severity),
        }
    }
}

/// The rule with this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}

/// The findings of every rule that is on. A rule may itself soften a finding; the settings are about the rule's own severity.
pub fn check(case: &Case, settings: &Settings) -> Vec<Finding> {
    let found = |rule: &Rule| {
        let Some(severity) = settings.severity(rule) else { return Vec::new() };
        let mut found = (rule.find)(case, rule);
        if rule.severity > Severity::Note {
            found = super::repeated::join(case, found);
        }
        for finding in &mut found {
            let softened = finding.severity != rule.severity;
            finding.severity = if softened { finding.severity.min(severity) } else { severity };
        }
        found
    };
    RULES.par_iter().flat_map_iter(found).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_every_page_has_its_parts() {
        for (index, one) in RULES.iter().enumerate() {
            assert!(RULES[..index].iter().all(|other| other.id != one.id), "{} twice", one.id);
            assert!(one.page.starts_with(&format!("# {}\n", one.id)), "the page of {} opens with its id", one.id);
            for part in ["## Finds", "## Example", "## Settle", "## Does not see"] {
                assert!(one.page.contains(part), "the page of {} has no `{part}`", one.id);
            }
            for word in ["false", "wrong", "verified"] {
                assert!(
                    !one.page.to_lowercase().split(|letter: char| !letter.is_alphabetic()).any(|other| other == word),
                    "{}: {word}",
                    one.id
                );
            }
        }
    }

    #[test]
    fn a_rule_can_be_switched_off_and_softened() {
        let settings = Settings {
            severities: [("figure-range".to_owned(), None), ("single-origin".to_owned(), Some(Severity::Warning))].into(),
            house: Vec::new(),
        };
        assert_eq!(settings.severity(rule("figure-range").unwrap()), None);
        assert_eq!(settings.severity(rule("single-origin").unwrap()), Some(Severity::Warning));
        assert_eq!(settings.severity(rule("conflicting-figures").unwrap()), Some(Severity::Error));
        assert_eq!(Settings::default().severity(rule("single-origin").unwrap()), None);
    }
}
