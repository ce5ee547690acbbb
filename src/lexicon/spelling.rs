//! The rules of spelling for plurals and verb forms; what they do not give stands in the tables.
//!
//! In: a word in lower case. Out: another form of it. What never happens here: a look-up.

use std::borrow::Cow;

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
pub(super) fn singular<'a, 'w>(many: &'w str, known: impl Fn(&str) -> Option<&'a str>) -> Cow<'w, str> {
    if let Some((front, tail)) = many.rsplit_once('-')
        && let Some(one) = known(tail)
    {
        return format!("{front}-{one}").into();
    }
    let cut = |ending: &str| many.strip_suffix(ending).filter(|stem| stem.len() > 1);
    let rule: Option<Cow<'w, str>> = match many {
        _ if many.ends_with("ies") => cut("ies").map(|stem| format!("{stem}y").into()),
        _ if many.ends_with("sses")
            || many.ends_with("shes")
            || many.ends_with("ches")
            || many.ends_with("xes")
            || many.ends_with("zzes") =>
        {
            cut("es").map(Cow::from)
        }
        _ if many.ends_with("ss") || many.ends_with("us") || many.ends_with("is") || many == "news" => None,
        _ => cut("s").map(Cow::from),
    };
    rule.unwrap_or_else(|| many.into())
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

/// What the base of a regular past or -ing form may be: "completed" is of "complete" or of "complet", "dropped" of "drop".
pub(super) fn bases(form: &str) -> impl Iterator<Item = String> + '_ {
    let stem = form.strip_suffix("ed").or_else(|| form.strip_suffix("ing")).unwrap_or(form);
    let twice = stem.len() > 2 && stem.as_bytes()[stem.len() - 1] == stem.as_bytes()[stem.len() - 2];
    let shorter = if twice { stem.get(..stem.len() - 1) } else { None };
    let with_y = stem.strip_suffix('i').map(|stem| format!("{stem}y"));
    [Some(stem.to_owned()), Some(format!("{stem}e")), shorter.map(str::to_owned), with_y].into_iter().flatten()
}

/// The base that the spelling of a regular past or -ing form makes the likeliest.
pub(super) fn base(form: &str) -> Option<String> {
    let stem = form.strip_suffix("ed").or_else(|| form.strip_suffix("ing"))?;
    let liquid = stem.strip_suffix('l').is_some_and(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u', 'l', 'w', 'r']));
    let silent = stem.ends_with(['c', 'v', 'z', 'u']) || stem.ends_with('s') && !stem.ends_with("ss");
    let silent = silent || ["at", "ur", "ir", "dg", "it", "ced"].iter().any(|ending| stem.ends_with(ending));
    Some(match stem.strip_suffix('i') {
        Some(stem) => format!("{stem}y"),
        None if silent || liquid => format!("{stem}e"),
        None => stem.to_owned(),
    })
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
    fn bases_of_regular_forms() {
        for (form, base) in [("landed", "land"), ("completed", "complete"), ("dropped", "drop"), ("buried", "bury"), ("boarding", "board")]
        {
            assert!(bases(form).any(|found| found == base), "{form}");
        }
        for (form, likeliest) in [("shackled", "shackle"), ("reassured", "reassure"), ("levied", "levy"), ("heralded", "herald")] {
            assert_eq!(base(form).as_deref(), Some(likeliest));
        }
    }

    #[test]
    fn plurals() {
        for (one, many) in [("body", "bodies"), ("boy", "boys"), ("church", "churches"), ("blast", "blasts")] {
            assert_eq!(plural(one), many);
            assert_eq!(singular(many, |_| None), one);
        }
    }
}
