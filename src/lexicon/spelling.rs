//! The rules of spelling for plurals and verb forms; what they do not give stands in the tables.
//!
//! In: a word in lower case. Out: another form of it. What never happens here: a look-up.

/// The plural of a noun by rule.
pub(super) fn plural(one: &str) -> String {
    match one {
        _ if one.ends_with(['s', 'x', 'z']) || one.ends_with("ch") || one.ends_with("sh") => format!("{one}es"),
        _ => match stem_before_y(one) {
            Some(stem) => format!("{stem}ies"),
            None => format!("{one}s"),
        },
    }
}

/// The singular of a plural by rule; `known` gives the singular of a word from the tables, asked for the last part of a compound.
pub(super) fn singular<'a>(many: &str, known: impl Fn(&str) -> Option<&'a str>) -> String {
    if let Some((front, tail)) = many.rsplit_once('-')
        && let Some(one) = known(tail)
    {
        return format!("{front}-{one}");
    }
    let cut = |ending: &str, put: &str| many.strip_suffix(ending).filter(|stem| stem.len() > 1).map(|stem| format!("{stem}{put}"));
    let rule = match many {
        _ if many.ends_with("ies") => cut("ies", "y"),
        _ if many.ends_with("sses")
            || many.ends_with("shes")
            || many.ends_with("ches")
            || many.ends_with("xes")
            || many.ends_with("zzes") =>
        {
            cut("es", "")
        }
        _ if many.ends_with("ss") || many.ends_with("us") || many.ends_with("is") || many == "news" => None,
        _ => cut("s", ""),
    };
    rule.unwrap_or_else(|| many.to_owned())
}

/// The third person, the past and the -ing form of a regular verb.
pub(super) fn regular(base: &str) -> [String; 3] {
    let past = match stem_before_y(base) {
        _ if base.ends_with('e') => format!("{base}d"),
        Some(stem) => format!("{stem}ied"),
        None => format!("{base}ed"),
    };
    [plural(base), past, progressive(base)]
}

/// The -ing form: a silent e goes.
pub(super) fn progressive(base: &str) -> String {
    match base.strip_suffix('e') {
        Some(stem) if !stem.ends_with(['e', 'o']) => format!("{stem}ing"),
        _ => format!("{base}ing"),
    }
}

/// What stands before a y that follows a consonant.
fn stem_before_y(word: &str) -> Option<&str> {
    word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verb_forms() {
        assert_eq!(regular("kill"), ["kills", "killed", "killing"]);
        assert_eq!(regular("injure"), ["injures", "injured", "injuring"]);
        assert_eq!(regular("bury"), ["buries", "buried", "burying"]);
        assert_eq!(regular("flee"), ["flees", "fleed", "fleeing"]);
        assert_eq!(regular("crash"), ["crashes", "crashed", "crashing"]);
    }

    #[test]
    fn plurals() {
        for (one, many) in [("body", "bodies"), ("boy", "boys"), ("church", "churches"), ("blast", "blasts")] {
            assert_eq!(plural(one), many);
            assert_eq!(singular(many, |_| None), one);
        }
    }
}
