//! What must be told apart, because figures that differ for one of these reasons are no conflict. Sentences of our own.

use super::testing::{cards, told};

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
            ("[Four] people were killed and the gunman fled.", "4 person/deaths"),
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
            ("A [age|10-year-old] girl and [two] men were hurt.", "3 person/injuries; -; 2 man/injuries part"),
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
            ("Ann Roe, [26], died.", "-"),
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
            ("There are now [10,000] troops in the valley.", "10000 troop/troops standing"),
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
            ("[Two] officers fatally shot [age|16-year-old] Ann Roe.", "2 officer/police; -"),
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
            ("[40] workers should be hired next year.", "40 worker/hired planned"),
        ],
    );
}

#[test]
fn who_where_and_who_says_so() {
    check(
        told,
        &[
            ("North Korea has sent [12,000] troops to Russia, according to US officials.", "North Korea @ Russia < US officials"),
            ("Organisers, who had counted twice, said [40,000] people had marched.", "- @ - < Organisers"),
            ("DPRK forces sent [300] engineers to Kursk.", "North Korea @ Kursk < -"),
            ("There are [10,000] North Korean troops in Kursk.", "North Korea @ Kursk < -"),
            ("North Korea has been arming its ally, and last fall it sent [12,000] troops.", "North Korea @ - < -"),
            ("[12] villagers were killed by Syrian forces.", "Syria @ - < -"),
            ("They sent [300] troops.", "- @ - < -"),
            ("[Twelve] Russian tourists were killed in Egypt, police said.", "- @ Egypt < police"),
            ("[Nine] people died, said Sheriff Ann Roe.", "- @ - < Sheriff Ann Roe"),
            ("\"It sank with [nine] people,\" said a neighbor.", "- @ - < a neighbor"),
            ("Harrow police: [Nine] people held", "- @ - < Harrow police"),
            ("Harrow ferry: [Nine] people held", "- @ - < -"),
            ("Tass reported that Gen. Roe said [nine] soldiers died.", "- @ - < Gen. Roe, Tass"),
            ("South Korean media put the number of soldiers at [3,000].", "- @ - < South Korean media"),
            ("It is said that [nine] people died.", "- @ - < -"),
            ("He said [nine] people died.", "- @ - < -"),
            ("[Nine] people died in Harrow Creek.", "- @ Harrow Creek < -"),
            ("[Nine] people died near New Florence.", "- @ New Florence < -"),
            ("Motor America hired [nine] people.", "Motor America @ - < -"),
            ("[Nine] people died, the State's Attorney for Harrow said.", "- @ - < the State's Attorney for Harrow"),
            ("The report on [nine] deaths is out.", "- @ - < -"),
            ("Daniel Roe stole a car and killed [three] people.", "Daniel Roe @ - < -"),
            ("Daniel Roe said the bus crashed and killed [three] people.", "- @ - < Daniel Roe"),
            ("Ann Roe, who wounded [three] people in Texas, was caught.", "Ann Roe @ Texas < -"),
            ("Bank of Karvella has cut [10,000] jobs.", "Bank of Karvella @ - < -"),
            ("The visitor from Egypt wounded [three] people.", "- @ - < -"),
            ("Sheriff Ann Roe shot [two] men.", "Ann Roe @ - < -"),
            ("[Nine] trucks were bought by Northern Gas.", "Northern Gas @ - < -"),
            ("GM announced plans on a quiet morning to close [nine] mines.", "- @ - < GM"),
            ("GM announced plans to close [nine] mines.", "GM @ - < GM"),
            ("A Delaware state court freed [nine] men.", "- @ - < -"),
            ("Texas officials state that [nine] men died.", "- @ - < Texas officials"),
            ("According to papers, Roe and Doe hurt [nine] people.", "Doe @ - < papers"),
            ("According to US, South Korean and Ukraine officials, [nine] people died.", "- @ - < US, South Korean and Ukraine officials"),
            (
                "According to offices of the US, South Korea and Ukraine, [nine] people died.",
                "- @ - < offices of the US, South Korea and Ukraine",
            ),
            ("KANSAS CITY, Mo. (Newsline) — [Nine] people died.", "- @ Kansas City < -"),
            ("HARROW (Newsline) - [Nine] people died in Egypt.", "- @ Egypt < -"),
            ("POLICE counted [nine] people - and a dog.", "- @ - < -"),
            ("A branch of the Northern Bank hired [nine] people.", "- @ - < -"),
            ("The government of Egypt hired [nine] people.", "Egypt @ - < -"),
            ("It was put by the Northern Council at [nine] deaths.", "- @ - < the Northern Council"),
            ("He talked to [nine] witnesses, according to a police report.", "- @ - < a police report"),
            ("Harrow Mills (HM) sold [nine] trucks.", "Harrow Mills @ - < -"),
            ("Harrow Mills (HM) announced that it sold [nine] trucks.", "- @ - < Harrow Mills"),
            ("Ann Roe, 26, sold [nine] trucks.", "Ann Roe @ - < -"),
            ("A girl and her father, both 30, hurt [nine] people.", "- @ - < -"),
            ("Chrysler will offer [nine] trucks.", "Chrysler @ - < -"),
            ("Lightning has killed [nine] people.", "- @ - < -"),
            ("[Nine] trucks sold by Northern Gas burned.", "Northern Gas @ - < -"),
            ("A child was hurt with [nine] boys on Chicago's Northwest Side.", "- @ Chicago < -"),
            ("It put [nine] sanctions on Egypt's banks.", "- @ - < -"),
            ("Northern Gas, the largest firm in Egypt, has lost [nine] people.", "Northern Gas @ - < -"),
            ("Roe told the Harrow Post that [nine] people died.", "- @ - < Roe"),
            ("[Nine] men were shot by a Lee County deputy.", "- @ - < -"),
            ("[Nine] men were hurt at Egypt's Best Inn.", "- @ - < -"),
            ("The firm said [nine] men were hired.", "- @ - < The firm"),
            ("According to what witnesses told her, [nine] men came.", "- @ - < witnesses"),
            ("The Corvina Forty share index fell [nine] points.", "Corvina Forty @ - < -"),
            ("The share index fell [nine] points.", "- @ - < -"),
            ("The Corvina Forty share index closed [nine] branches.", "- @ - < -"),
            ("He called on Egypt's Ann Roe with [nine] people.", "- @ - < -"),
            ("It sold [nine] trucks, fewer than officials had said.", "- @ - < -"),
            ("[Nine] people died long before the paper Lantern cited a doctor.", "- @ - < -"),
            ("[Nine] people died, though officials said it was fewer.", "- @ - < -"),
            ("[Nine] people died when the roof fell, officials said.", "- @ - < officials"),
            ("[Nine] people died in the Fuller Park neighborhood.", "- @ Fuller Park < -"),
            ("[Nine] people died in the Fuller Park diner.", "- @ - < -"),
            ("[Nine] people died in Prince Roe's County.", "- @ Prince Roe's County < -"),
            ("Police found [nine] people in Roe's car.", "- @ - < -"),
            ("[Nine] people met in Egypt Center.", "- @ - < -"),
            ("[Nine] people met in Egypt County.", "- @ Egypt County < -"),
            ("[Nine] people died in West Egypt.", "- @ Egypt < -"),
            ("[Nine] people were shot inside Egypt's home.", "- @ - < -"),
            ("Harrow Mills said that it would hire [nine] people.", "Harrow Mills @ - < Harrow Mills"),
            ("The man who shot up a street met the [two] men who shot [nine] people.", "- @ - < -; - @ - < -"),
            ("KBMT in Beaumont says [nine] people died.", "- @ Beaumont < KBMT in Beaumont"),
        ],
    );
}
