//! What figures count, in sentences of our own: what must be read and what must not.

use super::testing::counted;

fn check(rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(text, expected)| {
            let found = counted(text);
            (found != *expected).then(|| format!("{text}\n   expected {expected}, found {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} rows:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn people_and_what_became_of_them() {
    check(&[
        ("[41] people were killed.", "person/deaths"),
        ("A magnitude [6.4] quake destroyed [40] homes.", "- home/homes"),
        ("[Two] people were killed and [three] others wounded.", "person/deaths person/injuries"),
        ("[12] were killed and [three] injured.", "person/deaths person/injuries"),
        ("The ferry sank, killing [41].", "person/deaths"),
        ("The blast killed [41] and injured [90] more.", "person/deaths person/injuries"),
        ("The blast left [41] dead.", "person/deaths"),
        ("Storm leaves [41] dead, [six] missing", "person/deaths person/missing"),
        ("Fire kills [2], injures [4]", "person/deaths person/injuries"),
        ("[One] person is dead and [two] are in hospital.", "person/deaths -"),
        ("Rescuers found [three] bodies.", "body/deaths"),
        ("[Four] people were shot, [one] fatally.", "person/casualties person/deaths"),
        ("The fatal shooting of [one] man and the wounding of [three] others shook the town.", "man/deaths person/injuries"),
        ("The shooting of [one] man shook the town.", "man/casualties"),
        ("[Two] women were shot and killed outside a bakery.", "woman/deaths"),
        ("[Six] teenagers were shot dead.", "teenager/deaths"),
        ("[Five] Shot, [One] Killed Outside Bakery", "person/casualties person/deaths"),
        ("The death toll rose to [41].", "toll/deaths"),
        ("Officials put the death toll at [41].", "toll/deaths"),
        ("The deaths of [three] nurses shook the town.", "nurse/deaths"),
        ("Police arrested [12] demonstrators.", "demonstrator/arrests"),
        ("[12] people were arrested.", "person/arrests"),
        ("[Seven] passengers are still missing.", "passenger/missing"),
        ("[Twelve] people died when the roof fell.", "person/deaths"),
        ("[Three] of the dead were children.", "person/deaths"),
        ("[Nine] soldiers, including [two] officers, were wounded.", "soldier/injuries officer/injuries"),
        ("[40] people were killed or wounded.", "person/casualties"),
        ("[40] wounded soldiers were flown home.", "soldier/injuries"),
        ("[Eleven] people are feared dead.", "person/deaths"),
        ("[Four] people killed, [nine] wounded in market attack", "person/deaths person/injuries"),
        ("A gunman opened fire, wounding [six] before he fled.", "person/injuries"),
        ("[Two] gunmen killed [12] villagers.", "gunman/people villager/deaths"),
        ("[12] villagers were killed by [two] gunmen.", "villager/deaths gunman/people"),
        ("The attack killed [four] children, [two] women and [one] man.", "child/deaths person/deaths woman/deaths man/deaths"),
        ("[Two] men and [three] women were killed.", "man/deaths person/deaths woman/deaths"),
        ("[One] of the boys died.", "boy/deaths"),
        ("[Three] of them died.", "person/deaths"),
        ("a total of [nine] people were hurt", "person/injuries"),
        ("[Six] others were injured.", "person/injuries"),
        ("Police said [seven] guards and [two] clerks were hurt.", "guard/injuries person/injuries clerk/injuries"),
        ("[Five] people -- including a cook -- were killed.", "person/deaths"),
        ("[Four] of the [five] victims were shot to death.", "victim/deaths victim/people"),
        ("leaving [two] men dead", "man/deaths"),
        ("She was one of [three] people shot that night.", "person/casualties"),
        ("[Ten] victims aged [20] were shot.", "victim/casualties -"),
        ("The man who killed [nine] people was arrested.", "person/deaths"),
    ]);
}

#[test]
fn nouns_after_the_figure() {
    check(&[
        ("It sent [about 10,000] troops to the border.", "troop/troops"),
        ("It has already sent [over 13,000] personnel to help.", "personnel/troops"),
        ("including [an estimated 11,000] combat troops", "troop/troops"),
        ("[6,000] engineers and construction workers will go.", "engineer/engineers"),
        ("an additional [6,000] military engineers left", "engineer/engineers"),
        ("[13] police officers stood by.", "officer/police"),
        ("[Three] newly deployed North Korean soldiers spoke.", "soldier/troops"),
        ("[20] homes burned.", "home/homes"),
        ("The town bought [40] new electric buses.", "bus/vehicles"),
        ("[Two] Singaporean sisters opened it.", "sister/people"),
        ("[12] of the 40 hostages were freed.", "hostage/released"),
        ("[Five] days of talks", "day/-"),
        ("a [10]-member crew", "member/people"),
        ("[40] percent", "percent/-"),
        ("[300] Virginians wrote letters.", "virginian/people"),
        ("She has [two] best-selling cookbooks.", "cookbook/-"),
        ("They voted [50] times.", "time/times"),
        ("[460] Corvina and Meridian cars were stolen.", "car/vehicles"),
        ("It sold [4] digital and printed copies.", "copy/units"),
        ("[900] who lost their work met.", "person/people"),
        ("a [12] page document", "page/-"),
        ("the [5000] mark", "-"),
        ("[41] deaths, up from [35]", "death/deaths death/deaths"),
        ("[Seven] United Nations peacekeepers left.", "peacekeeper/troops"),
        ("[Nine] European political leaders came.", "leader/-"),
        ("It bought [22] new Meridian 787 Dreamers.", "dreamer/-"),
        ("It ordered [60] Meridian 787 Dreamer aircraft.", "aircraft/aircraft"),
        ("[one] of the most perplexing cases", "case/cases"),
        ("[one] of the largest fires", "fire/fires"),
        ("[Three] forest fires burned.", "fire/fires"),
        ("The [ordinal|2nd] teenager has died.", "teenager/deaths"),
        ("It is the [ordinal|3rd]-largest bank.", "bank/companies"),
        ("The [ordinal|3rd] keeper Ann Roe spoke.", "keeper/-"),
        ("She came [ordinal|3rd].", "-"),
        ("[One] male was found.", "male/people"),
        ("It posted a yearly loss of [money|$9].", "loss/-"),
        ("He got a [money|$9] cash payment.", "payment/-"),
        ("It won a [money|$9] farm support loan.", "loan/-"),
        ("He got [money|$9].", "-"),
        ("It lost [money|$9] in Marden.", "-"),
        ("A deal in the [money|$9] range.", "-"),
        ("It saw a [percent|78 percent] increase in its profits.", "profit/-"),
        ("It saw [percent|78 percent] increase.", "-"),
        ("It closed with a loss of [percent|9 percent].", "loss/-"),
        ("That gives it a [percent|52 percent] majority stake.", "stake/-"),
        ("It fell by [percent|9 percent] in Marden.", "-"),
        ("It bought ships in a deal worth [money|$9].", "deal/-"),
        ("The ships are worth [money|$9].", "-"),
        ("The [15] wounded patrons went home.", "patron/injuries"),
        ("It has [two] dead batteries.", "battery/-"),
        ("Police arrested [12] clubgoers.", "clubgoer/arrests"),
        ("Police cleared [12] slopes.", "slope/-"),
        ("He faces [two] felony counts of arson.", "count/-"),
        ("[Two] workers count the votes.", "worker/workers"),
        ("It sold [300] units, compared to [280] sold by Harrow.", "unit/units unit/units"),
    ]);
}

#[test]
fn nouns_before_the_figure() {
    check(&[
        ("The number of troops rose to [12,000].", "troop/troops"),
        ("Northern papers put the number of newly deployed Eastland soldiers at [about 3,000].", "soldier/troops"),
        ("The number of people killed in the flood climbed to [90].", "person/deaths"),
        ("Casualties rose to [41].", "casualty/casualties"),
        ("The total stood at [41].", "-"),
        ("The temperature rose to [41].", "-"),
    ]);
}

#[test]
fn numbers_that_count_nothing() {
    check(&[
        ("Flames closed Route [66] for hours.", "-"),
        ("Flight [370] vanished.", "-"),
        ("He lived at [2500] Harbour Parkway.", "-"),
        ("Shots rang out in the [100] block of Mill Street.", "-"),
        ("Anna Roe, [26], was killed.", "-"),
        ("The Meridian [400] sells well.", "-"),
        ("He scored [12].", "-"),
        ("It was killed off in [1999].", "-"),
        ("A [68]-year-old father was killed.", "-"),
        ("Image [3] of [12] Rescuers at work", "- -"),
        ("They had children ages [5] and 7.", "-"),
        ("They delivered the final [717] jet.", "-"),
        ("It was the best of Egypt's [2014] seasons.", "-"),
        ("The index fell below the [5000] mark.", "-"),
        ("Image 90 of [111] Flowers rest on the doorstep.", "-"),
    ]);
}
