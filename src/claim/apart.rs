//! What must be told apart, because figures that differ for one of these reasons are no conflict. Sentences of our own.

use super::testing::cards;

fn check(read: fn(&str) -> String, rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(text, expected)| {
            let found = read(text);
            (found != *expected).then(|| format!("{text}\n   expected {expected}\n   found    {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} rows:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn the_toll_with_and_without_the_gunman() {
    check(
        cards,
        &[
            ("[Five] people were killed, including the gunman.", "5 person/deaths (including the gunman)"),
            ("[4] dead, including suspect, in market shooting", "4 person/deaths (including the gunman)"),
            ("A gunman killed [three] people and himself.", "3 person/deaths (excluding the gunman)"),
            ("He shot [seven] people dead before killing himself.", "7 person/deaths (excluding the gunman)"),
            ("[Nine] people died, not including the attacker.", "9 person/deaths (excluding the gunman)"),
            ("The gunman who killed [49] was a guard.", "49 person/deaths (excluding the gunman)"),
            ("[Five] people died, the gunman among them.", "5 person/deaths (including the gunman)"),
            ("[Four] people were killed and the gunman fled.", "4 person/deaths"),
            ("[Four] people were killed, and the gunman hid among the guests.", "4 person/deaths"),
            ("Police shot the gunman after [two] people were hurt.", "2 person/injuries"),
        ],
    );
}

#[test]
fn parts_of_a_toll() {
    check(
        cards,
        &[
            ("The [two] men who shot up a street fled.", "2 man/people"),
            ("The [two] men who were shot lived.", "2 man/casualties"),
            ("[Five] are dead, [six] more shot.", "5 person/deaths; 6 person/casualties"),
            ("He fired [six] more shots.", "6 shot/shots increment"),
            ("[Three] of the dead were nurses.", "3 person/deaths part"),
            ("[Eight] people died, including [two] children.", "8 person/deaths; 2 child/deaths part"),
            ("All [four] of the guards were hurt.", "4 guard/injuries"),
            ("[Four] of the [nine] hostages were freed.", "4 hostage/released part; 9 hostage/hostages"),
            ("It sent [13,000] personnel, including [11,000] combat troops.", "13000 personnel/troops; 11000 troop/troops part"),
            ("[Twelve] people were hurt, [two] of them badly.", "12 person/injuries; -"),
            ("[Three] nurses were killed.", "3 nurse/deaths"),
            ("He killed [four] of his children.", "4 child/deaths"),
            ("He killed [four] of his victims.", "4 victim/deaths part"),
            ("He killed [four] of the children.", "4 child/deaths part"),
            ("He killed [two] of his [five] children.", "2 child/deaths part; 5 child/people"),
            ("Of those, [three] children died.", "3 child/deaths part"),
            ("Of late, [three] children died.", "3 child/deaths"),
            ("A nurse was among [three] people killed.", "3 person/deaths"),
            ("[Nine] people died, among them [two] nurses.", "9 person/deaths; 2 nurse/deaths part"),
            ("Thousands of people fled and [three] died.", "3 person/deaths"),
            ("[One] of those killed was a nurse.", "1 person/deaths part"),
            ("[Nine] people were hurt. The other [three] were driven home.", "9 person/injuries; 3 person/people part"),
            ("The flood claimed [nine] lives.", "9 life/deaths"),
            ("The flood changed [nine] lives.", "9 life/-"),
            ("Roe, a father of [four], wept.", "4 child/people"),
            ("Roe lives in a house of [four] rooms.", "4 room/rooms ongoing"),
            ("Harrow sold [percent|80 %] of its stake, keeping the other [percent|20 %].", "80 stake/stakes; 20 stake/stakes part"),
            ("Harrow increased its holding to [percent|46 %].", "46 holding/stakes"),
            ("The firm reported a [percent|49 %] decline.", "49 decline/- change"),
            ("The [ordinal|1st] call came late.", "1 call/-"),
            ("The [ordinal|1st] [two] fires went out.", "1 fire/fires; 2 fire/fires"),
            ("The index fell another [percent|9 %].", "9 index/indexes change"),
            ("The reward for a suspect in that case is [money|$9].", "9 reward/rewards ongoing"),
            ("Roe, [age|13], and [two] of his school friends were hurt.", "13 Roe/-; 2 friend/injuries"),
            ("They were the [ordinal|49th] and [ordinal|50th] fires there.", "49 fire/fires; 50 fire/fires"),
            ("Compared to the [money|$565] profit reaped before, it fell.", "565 profit/profits"),
            ("Harrow won a [money|$40] (GB 20) contract.", "40 contract/deals"),
            ("Harrow won [money|$40] of ship deals.", "40 deal/deals"),
            ("Roe stays until he turns [18].", "-"),
            ("A town of [900] lies on the river.", "900 person/population"),
            ("Harrow ordered [18] 717s.", "18 717/aircraft"),
            ("Harrow ordered [20] of Marden's larger 787 jets.", "20 jet/aircraft"),
        ],
    );
}

#[test]
fn round_ups() {
    check(
        cards,
        &[
            ("[Seven] people were killed over the weekend.", "7 person/deaths (over the weekend)"),
            ("[Two] people died in separate shootings.", "2 person/deaths (in separate shootings)"),
            ("[40] people were shot during the [date|holiday weekend].", "40 person/casualties (during the holiday weekend)"),
            ("[Seven] people were killed on [date|Sunday].", "7 person/deaths"),
            ("[Two] people died in a shooting.", "2 person/deaths"),
            ("[90] people have been killed [date|this year].", "90 person/deaths (this year)"),
            ("[Two] people died a year after the flood.", "2 person/deaths"),
        ],
    );
}

#[test]
fn sums_in_words() {
    check(
        cards,
        &[
            ("A man and [two] children died.", "3 person/deaths; 2 child/deaths part"),
            ("A woman, her son and [three] neighbours were killed.", "5 person/deaths; 3 neighbour/deaths part"),
            ("A [age|10-year-old] girl and [two] men were hurt.", "3 person/injuries; 10 girl/-; 2 man/injuries part"),
            ("Ann Roe, her husband and [six] children were killed.", "8 person/deaths; 6 child/deaths part"),
            ("Ann Tulsa, her husband and [six] children were killed.", "8 person/deaths; 6 child/deaths part"),
            ("Roe saw Ann Moe, her dog and [six] children who were killed.", "6 child/deaths"),
            ("The flood killed [four] women, [two] men and a baby.", "4 woman/deaths part; 7 person/deaths; 2 man/deaths part"),
            ("The blast killed a man and injured [two] children.", "2 child/injuries"),
            ("[Two] people died, including the driver, and [six] others were hurt.", "2 person/deaths; 6 person/injuries"),
            ("A man was arrested and [two] children were hurt.", "2 child/injuries"),
            ("[Two] children died.", "2 child/deaths"),
            ("[One] man was killed and [two] hurt.", "1 man/deaths; 2 person/injuries"),
        ],
    );
}

#[test]
fn numbers_that_are_no_counts() {
    check(
        cards,
        &[
            ("Ann Roe, [26], died.", "26 Ann Roe/-"),
            ("The boy, who was [10], died.", "-"),
            ("A [68]-year-old man died.", "-"),
            ("She was hit at [2500] Mill Street.", "-"),
            ("It happened in the [400] block of Oak Avenue.", "-"),
            ("A crash closed Highway [61] overnight.", "-"),
            ("Flight [212] was late.", "-"),
            ("He rode the Corvina [900] to work.", "-"),
            ("[26] people died.", "26 person/deaths"),
            ("[61] cars burned.", "61 car/vehicles"),
            ("[10] boys were hurt.", "10 boy/injuries"),
        ],
    );
}

#[test]
fn totals_standing_increments_rates() {
    check(
        cards,
        &[
            ("A total of [50] people were killed.", "50 person/deaths total"),
            ("The death toll rose to [41].", "41 toll/deaths total"),
            ("[90] people have died so far.", "90 person/deaths total"),
            ("There are now [10,000] troops in the valley.", "10000 troop/troops ongoing standing"),
            ("Of the [nine] soldiers, [two] remain in the town.", "9 soldier/troops; 2 person/people standing"),
            ("Of the [nine] hostages, [two] were children.", "9 hostage/hostages; 2 child/people part"),
            ("Of late, [two] men were arrested.", "2 man/arrests"),
            ("[300] soldiers remain in the town.", "300 soldier/troops ongoing standing"),
            ("She found remains of [nine] soldiers.", "9 soldier/troops"),
            ("There were [300] soldiers in the town.", "300 soldier/troops"),
            ("It will send an additional [6,000] engineers.", "6000 engineer/engineers planned increment"),
            ("Another [12] people died on Sunday.", "12 person/deaths increment"),
            ("[Nine] people were killed. Another [40] were hurt.", "9 person/deaths; 40 person/injuries"),
            ("[Nine] people were hurt. Another [40] were hurt on Sunday.", "9 person/injuries; 40 person/injuries increment"),
            ("[Nine] people were killed. It rained. Another [40] were hurt.", "9 person/deaths; 40 person/injuries increment"),
            ("[1,000] more troops arrived.", "1000 troop/troops increment"),
            ("It counted [3,000] newly deployed soldiers.", "3000 soldier/troops increment"),
            ("The blast killed [two] people and injured another [nine].", "2 person/deaths; 9 person/injuries"),
            ("[40] people a day are infected.", "40 person/cases rate"),
            ("[40] people per village are infected.", "40 person/cases rate"),
            ("[40] people were infected a day after the fair.", "40 person/cases"),
            ("It killed [40] people a day after the fair.", "40 person/deaths"),
            ("[40] people were infected.", "40 person/cases"),
            ("[90] people have died since the [date|1990s].", "90 person/deaths total"),
            ("[90] people have died since.", "90 person/deaths"),
            ("[90] people died since the [date|1990s].", "90 person/deaths"),
            ("[Nine] were killed already [date|this year].", "9 person/deaths total (this year)"),
            ("It lost a total sum of [money|$9].", "9 sum/- total"),
            ("The index fell by [nine] points.", "9 point/points change"),
            ("The index lost [nine] points, or [percent|4 %].", "9 point/points change; -"),
            ("The index rose to [nine] points.", "9 point/points"),
            ("The team lost [nine] games.", "9 game/games"),
            ("Sales rose [percent|9 %] to [money|$40].", "9 sale/sales change; 40 sale/sales"),
            ("Harrow saw a [percent|9 %] drop in sales.", "9 sale/sales change"),
            ("Harrow cut [nine] jobs.", "9 job/jobs"),
            ("The reward is currently [money|$9].", "9 reward/rewards ongoing standing"),
            ("The reward was [money|$9].", "9 reward/rewards"),
            ("So far, [nine] people have died.", "9 person/deaths total"),
            ("Since [date|2014], [nine] people have been killed.", "9 person/deaths total (since 2014)"),
            ("There were [nine] total guards.", "9 guard/people total"),
            ("[Three] guards still in hospital", "3 guard/people standing"),
            ("It ordered [60] of its new ships.", "60 ship/ships"),
            ("It sold [60] of its ships.", "60 ship/ships part"),
        ],
    );
}

#[test]
fn killed_injured_missing_casualties() {
    check(
        cards,
        &[
            ("[Six] were killed, [nine] hurt and [two] are missing.", "6 person/deaths; 9 person/injuries; 2 person/missing"),
            ("[70] people were killed or injured.", "70 person/casualties"),
            ("The army lost [70] soldiers, dead or wounded.", "70 soldier/casualties"),
            ("Casualties rose to [70].", "70 casualty/casualties"),
            ("[Five] people were shot and killed.", "5 person/deaths"),
            ("[Five] people were shot and wounded.", "5 person/injuries"),
            ("[Five] people were shot.", "5 person/casualties"),
            ("[Two] dead, [five] hurt as barn falls", "2 person/deaths; 5 person/injuries"),
            ("1 Dead, [3] Hurt Karvella Market Shooting", "3 person/injuries"),
            ("Guard Kills Himself, [Two] Children", "2 child/deaths"),
            ("[Three] people found dead in a barn were nurses.", "3 person/deaths"),
            ("[Three] people found a dead horse.", "3 person/people"),
            ("[Two] officers fatally shot [age|16-year-old] Ann Roe.", "2 officer/police; 16 Ann Roe/-"),
            ("[Two] officers fatally shot on Friday were friends.", "2 officer/deaths"),
            ("[One] guard was flown home and [two] others went to a clinic.", "1 guard/people; 2 person/people"),
            ("[One] car was flown home and [two] others went to a yard.", "1 car/vehicles; -"),
        ],
    );
}

#[test]
fn planned_possible_denied_withdrawn() {
    check(
        cards,
        &[
            ("Eastland prepares to send [6,000] engineers.", "6000 engineer/engineers planned"),
            ("Eastland has agreed to send [6,000] engineers.", "6000 engineer/engineers planned"),
            ("Another [6,000] engineers are to be sent.", "6000 engineer/engineers planned increment"),
            ("The mayor knows that [nine] guards stand by the gate.", "9 guard/people ongoing"),
            ("Eastland to send [3,000] troops to border", "3000 troop/troops planned"),
            ("Eastland has sent [6,000] engineers.", "6000 engineer/engineers"),
            ("Harrow announced plans [date|Friday] to shut down [40] mines.", "40 mine/bombs planned"),
            ("Harrow has shut down [40] shops.", "40 shop/buildings"),
            ("The storm may have killed [12] people.", "12 person/deaths possible"),
            ("[Twelve] people are feared dead.", "12 person/deaths possible"),
            ("He allegedly killed [two] women.", "2 woman/deaths possible"),
            ("The army denied killing [12] villagers.", "12 villager/deaths denied"),
            ("The army did not kill [12] villagers.", "12 villager/deaths denied"),
            ("The army denied reports that [12] villagers were killed.", "12 villager/deaths denied"),
            ("The army killed [12] villagers.", "12 villager/deaths"),
            ("An earlier version of this article said [12] people were killed.", "12 person/deaths withdrawn"),
            ("The paper incorrectly reported that [12] people had died.", "12 person/deaths withdrawn"),
            ("The paper reported that [12] people had died.", "12 person/deaths"),
            ("Rebels are holding [40] hostages.", "40 hostage/hostages ongoing"),
            ("If [40] people die, the dam will be closed.", "40 person/deaths possible"),
            ("The deal will see ships delivered to [six] ports.", "6 port/- planned"),
            ("The town saw ships delivered to [six] ports.", "6 port/-"),
            ("Officials hope to hire [40] workers.", "40 worker/hired planned"),
            ("[40] workers should be hired next year.", "40 worker/hired planned"),
        ],
    );
}
