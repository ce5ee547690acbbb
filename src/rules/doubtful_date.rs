//! `doubtful-date`: an article's stamp does not fit its own text or byline. In: articles. Out: one finding an article. What never happens
//! here: a better date; the article stays undated until the user gives one.

use super::{Case, Finding, Rule, wording};
use crate::article::{self, Basis, Published};
use crate::calendar::{Datelike, DayInterval, NaiveDate, Weekday};

pub(super) fn find(case: &Case, rule: &Rule) -> Vec<Finding> {
    (0..case.articles.len())
        .filter_map(|index| {
            let id = article::Id(u32::try_from(index).ok()?);
            let article = case.article(id);
            let published = article.published.as_ref()?;
            let doubt = published.doubt.as_ref()?;
            let date = wording::day(published.date);
            // What a container says is no stamp on a page.
            let (as_what, from) = if published.basis == Basis::Stamp { ("stamped", "the stamp") } else { ("dated", "that day") };
            let stamp = published.span.map(|span| (span, stamped(published)));
            let weekday = doubt.weekday.map(|(span, weekday, day)| (span, told(weekday, day, published.date)));
            let later = doubt.later.map(|(span, day)| {
                (span, format!("{} after that day", wording::time_between(DayInterval::day(published.date), DayInterval::day(day))))
            });
            let byline = doubt.byline.map(|span| (span, "credits another outlet than the page".to_owned()));
            Some(
                Finding::on_article(case, rule.id, rule.severity, id, Vec::new(), &date)
                    .saying(format!("{} is {as_what} {date}; its own text does not fit that day", article.doc))
                    .marking(stamp)
                    .marking(weekday)
                    .marking(byline)
                    .marking(later)
                    .noting(Some(format!("so nothing in it is dated from {from}, and nothing in it compared by time")))
                    .helping(format!("[articles.\"{}\"] published = \"…\" in crosscheck.toml settles it", article.doc)),
            )
        })
        .collect()
}

fn stamped(published: &Published) -> String {
    format!("a {}, from the page, not from the article", name(published.date.weekday()))
}

fn told(weekday: Weekday, day: NaiveDate, stamp: NaiveDate) -> String {
    let before = wording::plural((stamp - day).num_days(), "day");
    format!("the last {} is {}, {before} before the stamp", name(weekday), wording::day(day))
}

/// The weekday's name in full.
pub(super) fn name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use crate::article::{Basis, Doubt};
    use crate::calendar::Weekday;
    use crate::rules::testing::{Batch, day};
    use crate::text::Span;

    const ID: &str = "doubtful-date";

    #[test]
    fn a_stamp_that_does_not_fit_is_reported_with_its_reasons() {
        let batch =
            Batch::toll("toll").article("mill.txt", Some(day(4, 13)), "By Ann Ode, Alder Post\nOn Wednesday it burned.").with(|case| {
                let published = case.articles[0].published.as_mut().unwrap();
                published.basis = Basis::Stamp;
                published.doubt = Some(Doubt {
                    weekday: Some((Span::new(23, 35), Weekday::Wed, day(4, 9))),
                    byline: Some(Span::new(0, 22)),
                    later: None,
                });
            });
        assert_eq!(
            batch.found_by(ID),
            ["Warning: mill.txt is stamped 13 Apr 2025; its own text does not fit that day\
              \n^ On Wednesday: the last Wednesday is 9 Apr 2025, four days before the stamp\
              \n^ By Ann Ode, Alder Post: credits another outlet than the page\
              \n= so nothing in it is dated from the stamp, and nothing in it compared by time"]
        );
    }

    #[test]
    fn a_day_before_those_that_the_text_tells_of_is_reported() {
        let batch = Batch::toll("toll").article("mill.txt", Some(day(4, 13)), "It was rebuilt on July 13, 2025.").with(|case| {
            case.articles[0].published.as_mut().unwrap().doubt =
                Some(Doubt { later: Some((Span::new(18, 31), day(7, 13))), ..Doubt::default() });
        });
        assert_eq!(
            batch.found_by(ID),
            ["Warning: mill.txt is dated 13 Apr 2025; its own text does not fit that day\
              \n^ July 13, 2025: three months after that day\
              \n= so nothing in it is dated from that day, and nothing in it compared by time"]
        );
    }

    #[test]
    fn a_stamp_that_fits_is_not() {
        assert!(Batch::toll("toll").article("a", Some(day(4, 13)), "It burned.").found_by(ID).is_empty());
    }
}
