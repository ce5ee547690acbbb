//! Which rules run: what `--select` and `--ignore` say, over what the settings say.

use clap::Args;
use crosscheck::rules::{self, RULES, Rule};
use crosscheck::story::nearest;

/// Which rules run.
#[derive(Debug, Args)]
pub(crate) struct SelectArgs {
    /// Run these rules alone, also those that are off by default
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = rule)]
    select: Vec<&'static Rule>,
    /// Don't run these rules
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = rule)]
    ignore: Vec<&'static Rule>,
}

impl SelectArgs {
    /// Puts what was asked for into the settings of the rules. A severity that a desk has set stays.
    pub(crate) fn apply(&self, settings: &mut rules::Settings) {
        let names = |rules: &[&Rule], rule: &Rule| rules.iter().any(|named| named.id == rule.id);
        for rule in RULES {
            let off = names(&self.ignore, rule) || !self.select.is_empty() && !names(&self.select, rule);
            if off {
                settings.severities.insert(rule.id.to_owned(), None);
            } else if !self.select.is_empty() && settings.severity(rule).is_none() {
                settings.severities.insert(rule.id.to_owned(), Some(rule.severity));
            }
        }
    }
}

/// Takes the id of a rule.
fn rule(id: &str) -> Result<&'static Rule, String> {
    rules::rule(id).ok_or_else(|| unknown(id))
}

/// Says that there is no such rule, and which comes near.
pub(crate) fn unknown(id: &str) -> String {
    let ids = || RULES.iter().map(|rule| rule.id);
    // A word of several ids names each of them; a slip of the hand the nearest.
    let within: Vec<&str> = ids().filter(|rule| id.len() >= 4 && rule.contains(&id.to_ascii_lowercase())).collect();
    let near = if within.is_empty() { nearest(id, ids()).into_iter().collect() } else { within };
    let hint = if near.is_empty() { String::new() } else { format!("; did you mean `{}`?", near.join("`, `")) };
    format!("no rule is called `{id}`{hint} (`crosscheck explain` lists them)")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(select: &[&str], ignore: &[&str], settings: &mut rules::Settings) -> Vec<&'static str> {
        let rules = |ids: &[&str]| ids.iter().map(|id| rule(id).unwrap()).collect();
        SelectArgs { select: rules(select), ignore: rules(ignore) }.apply(settings);
        RULES.iter().filter(|rule| settings.severity(rule).is_some()).map(|rule| rule.id).collect()
    }

    #[test]
    fn a_selected_rule_runs_alone_and_an_ignored_one_never() {
        let mut settings = rules::Settings::default();
        settings.severities.insert("figure-range".to_owned(), Some(rules::Severity::Error));
        settings.severities.insert("loose-bound".to_owned(), None);
        let all = on(&[], &[], &mut settings.clone());
        assert_eq!(all.len(), RULES.len() - 2, "single-origin is off by default, loose-bound by the settings");
        assert_eq!(on(&["single-origin", "loose-bound"], &[], &mut settings.clone()), ["loose-bound", "single-origin"]);
        assert_eq!(on(&["figure-range", "loose-bound"], &["loose-bound"], &mut settings), ["figure-range"]);
        assert_eq!(settings.severities["figure-range"], Some(rules::Severity::Error));
        assert_eq!(on(&[], &["figure-range"], &mut rules::Settings::default()).len(), RULES.len() - 2);
    }

    #[test]
    fn an_unknown_rule_is_refused_with_the_nearest() {
        assert_eq!(
            rule("conflicting-figure").unwrap_err(),
            "no rule is called `conflicting-figure`; did you mean `conflicting-figures`? (`crosscheck explain` lists them)"
        );
    }
}
