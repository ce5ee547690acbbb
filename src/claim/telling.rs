//! Who did it, where, and who says so, in sentences of our own: what must be read and what must not.

use super::testing::told;

fn check(rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(text, expected)| {
            let found = told(text);
            (found != *expected).then(|| format!("{text}\n   expected {expected}\n   found    {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} rows:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn who_where_and_who_says_so() {
    check(&[
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
        ("Daniel Roe said the bus crashed and killed [three] people.", "(bus) @ - < Daniel Roe"),
        ("Ann Roe, who wounded [three] people in Texas, was caught.", "Ann Roe @ Texas < -"),
        ("Bank of Karvella has cut [10,000] jobs.", "Bank of Karvella @ - < -"),
        ("The visitor from Egypt wounded [three] people.", "(visitor) @ - < -"),
        ("Sheriff Ann Roe shot [two] men.", "Ann Roe @ - < -"),
        ("[Nine] trucks were bought by Northern Gas.", "Northern Gas @ - < -"),
        ("GM announced plans on a quiet morning to close [nine] mines.", "GM @ - < GM"),
        ("GM announced plans to close [nine] mines.", "GM @ - < GM"),
        ("A Delaware state court freed [nine] men.", "(Delaware state court) @ - < -"),
        ("Texas officials state that [nine] men died.", "- @ - < Texas officials"),
        ("According to papers, Roe and Doe hurt [nine] people.", "Roe and Doe @ - < papers"),
        ("According to US, South Korean and Ukraine officials, [nine] people died.", "- @ - < US, South Korean and Ukraine officials"),
        (
            "According to offices of the US, South Korea and Ukraine, [nine] people died.",
            "- @ - < offices of the US, South Korea and Ukraine",
        ),
        ("KANSAS CITY, Mo. (Newsline) — [Nine] people died.", "- @ Kansas City < -"),
        ("HARROW (Newsline) - [Nine] people died in Egypt.", "- @ Egypt < -"),
        ("POLICE counted [nine] people - and a dog.", "- @ - < -"),
        ("A branch of the Northern Bank hired [nine] people.", "(branch) @ - < -"),
        ("The government of Egypt hired [nine] people.", "Egypt @ - < -"),
        ("It was put by the Northern Council at [nine] deaths.", "- @ - < the Northern Council"),
        ("He talked to [nine] witnesses, according to a police report.", "- @ - < a police report"),
        ("Harrow Mills (HM) sold [nine] trucks.", "Harrow Mills @ - < -"),
        ("Harrow Mills (HM) announced that it sold [nine] trucks.", "Harrow Mills @ - < Harrow Mills"),
        ("Ann Roe, 26, sold [nine] trucks.", "Ann Roe @ - < -"),
        ("A girl and her father, both 30, hurt [nine] people.", "(father) @ - < -"),
        ("Chrysler will offer [nine] trucks.", "Chrysler @ - < -"),
        ("Lightning has killed [nine] people.", "(Lightning) @ - < -"),
        ("[Nine] trucks sold by Northern Gas burned.", "Northern Gas @ - < -"),
        ("A child was hurt with [nine] boys on Chicago's Northwest Side.", "- @ Chicago < -"),
        ("It put [nine] sanctions on Egypt's banks.", "- @ - < -"),
        ("Northern Gas, the largest firm in Egypt, has lost [nine] people.", "Northern Gas @ - < -"),
        ("Roe told the Harrow Post that [nine] people died.", "- @ - < Roe"),
        ("[Nine] men were shot by a Lee County deputy.", "(Lee County deputy) @ - < -"),
        ("[Nine] men were hurt at Egypt's Best Inn.", "- @ - < -"),
        ("The firm said [nine] men were hired.", "- @ - < The firm"),
        ("According to what witnesses told her, [nine] men came.", "- @ - < witnesses"),
        ("The Corvina Forty share index fell [nine] points.", "Corvina Forty @ - < -"),
        ("The share index fell [nine] points.", "(share index) @ - < -"),
        ("The Corvina Forty share index closed [nine] branches.", "(Corvina Forty share index) @ - < -"),
        ("He called on Egypt's Ann Roe with [nine] people.", "- @ - < -"),
        ("It sold [nine] trucks, fewer than officials had said.", "- @ - < -"),
        ("[Nine] people died long before the paper Lantern cited a doctor.", "- @ - < -"),
        ("[Nine] people died, though officials said it was fewer.", "- @ - < -"),
        ("[Nine] people died when the roof fell, officials said.", "- @ - < officials"),
        ("[Nine] people died in the Fuller Park neighborhood.", "- @ Fuller Park < -"),
        ("[Nine] people died in the Fuller Park diner.", "- @ Fuller Park diner < -"),
        ("[Nine] people died in Prince Roe's County.", "- @ Prince Roe's County < -"),
        ("Police found [nine] people in Roe's car.", "(police) @ - < -"),
        ("[Nine] people met in Egypt Center.", "- @ - < -"),
        ("[Nine] people met in Egypt County.", "- @ Egypt County < -"),
        ("[Nine] people died in West Egypt.", "- @ Egypt < -"),
        ("[Nine] people were shot inside Egypt's home.", "- @ - < -"),
        ("Harrow Mills said that it would hire [nine] people.", "Harrow Mills @ - < Harrow Mills"),
        ("The man who shot up a street met the [two] men who shot [nine] people.", "- @ - < -; (men) @ - < -"),
        ("KBMT in Beaumont says [nine] people died.", "- @ Beaumont < KBMT in Beaumont"),
        ("There were [nine] thefts, according to a review of the books.", "- @ - < a review of the books"),
        ("It gave a lift to a quiet Harrow Boat Show of [nine] boats.", "- @ - < -"),
        ("Police identified the [two] men.", "- @ - < Police"),
        ("The [two] men were identified on Friday.", "- @ - < -"),
        ("Witness identified as one of [two] men", "- @ - < -"),
        ("[Nine] men died, Sheriff Roe said. He said [two] women were hurt.", "- @ - < Sheriff Roe; - @ - < Sheriff Roe"),
        ("[Nine] men died, deputies said. They say [two] women were hurt.", "- @ - < deputies; - @ - < deputies"),
        ("[Nine] men died, deputies said. He said [two] women were hurt.", "- @ - < deputies; - @ - < -"),
        ("[Nine] men died, Sheriff Roe said. They said [two] women were hurt.", "- @ - < Sheriff Roe; - @ - < -"),
        ("[Nine] men died. He said [two] women were hurt.", "- @ - < -; - @ - < -"),
        ("Neighbors heard, officers said, [nine] shots. He said [two] women were hurt.", "- @ - < officers; - @ - < -"),
        ("Neighbors said [nine] men died. He said [two] women were hurt.", "- @ - < Neighbors; - @ - < -"),
    ]);
}

#[test]
fn subjects_that_are_names() {
    check(&[
        (
            "The Corvina Forty, a share index that is made of the forty largest firms in the land, fell [nine] points.",
            "Corvina Forty @ - < -",
        ),
        ("The Harrow & Stone's [500] index lost [nine] points.", "Harrow & Stone's 500 @ - < -"),
        ("Harrow's sales rose [nine] points.", "Harrow @ - < -"),
        ("The sales of Harrow rose [nine] points.", "(sales) @ - < -"),
        ("A ferry over the river Sarn will cost [nine] jobs.", "(ferry) @ - < -"),
        ("The ferry Sarn has cost [nine] jobs.", "Sarn @ - < -"),
        ("Two men in a dark-coloured Corvina Sprint fired [nine] shots.", "(Two men) @ - < -"),
        ("With Harrow Mills losing [nine] points, the market fell.", "Harrow Mills @ - < -"),
        ("Ann Roe opened fire, killing [nine] people.", "Ann Roe @ - < -"),
        ("A guard opened fire, killing [nine] people.", "(guard) @ - < -"),
        ("Ann Roe was shot, ending [nine] days of fear.", "- @ - < -"),
        ("Ann Roe was arrested after killing [nine] people.", "- @ - < -"),
        ("Ann Roe fled by car, wounding [three] people and killing [nine] dogs.", "Ann Roe @ - < -; Ann Roe @ - < -"),
        ("Ann Roe went on to rob [two] shops, burn a barn and wound [nine] people.", "Ann Roe @ - < -; Ann Roe @ - < -"),
        ("Ann Roe stole a car, wounded a guard and killed [nine] people.", "Ann Roe @ - < -"),
        ("Ann Roe saw a man who stole a car and killed [nine] people.", "(man) @ - < -"),
        ("Ann Roe and John Doe sold [nine] trucks.", "Ann Roe and John Doe @ - < -"),
        ("Doe said he and Roe sold [nine] trucks.", "- @ - < Doe"),
        ("You've got [nine] trucks.", "- @ - < -"),
        ("Harrow Mills said on [date|Friday] that it would hire [nine] people.", "Harrow Mills @ - < Harrow Mills"),
        ("Police went to Mill Lane, hurting [nine] people.", "(police) @ - < -"),
    ]);
}

#[test]
fn who_does_what_a_noun_tells_of() {
    check(&[
        ("Harrow Mills has announced the closure of [nine] shops.", "Harrow Mills @ - < Harrow Mills"),
        ("Harrow Mills won an order from Northern Gas for [nine] trucks.", "Harrow Mills @ - < -"),
        ("Northern Gas negotiated the purchase of [nine] trucks.", "Northern Gas @ - < -"),
        ("Harrow Mills released a list of [nine] shops.", "Harrow Mills @ - < -"),
        ("Harrow Mills described a queue of [nine] trucks.", "- @ - < -"),
        ("The firm announced the closure of [nine] shops.", "(firm) @ - < The firm"),
        ("Harrow Mills was given an order for [nine] trucks.", "- @ - < -"),
        ("Ann Roe was charged with the deaths of [nine] people.", "- @ - < -"),
        ("Ann Roe leads a crew of [nine] people.", "Ann Roe @ - < -"),
    ]);
}

#[test]
fn places_by_their_own_names() {
    check(&[
        ("[Nine] people were hurt at Harrow Airport.", "- @ Harrow Airport < -"),
        ("[Nine] people were hurt inside the Blue Door club.", "- @ Blue Door club < -"),
        ("[Nine] people were hurt in the Harrow Park brochure.", "- @ - < -"),
        ("[Nine] people were hurt at Roe's club.", "- @ - < -"),
        ("[Nine] people were hurt at noon.", "- @ - < -"),
        ("A Tulsa mall attack left [nine] people dead.", "- @ Tulsa < -"),
        ("A Tulsa police attack left [nine] people dead.", "- @ - < -"),
        ("An Egypt mall attack left [nine] people dead.", "- @ - < -"),
        ("[Nine] people died in NE Tulsa.", "- @ Tulsa < -"),
        ("[Nine] people died on Tulsa Avenue.", "- @ - < -"),
        ("[Nine] people died on Mill Street near Harrow.", "- @ - < -"),
        ("[Nine] people died at a mill near Harrow.", "- @ Harrow < -"),
        ("[Nine] people died in Zone [5].", "- @ - < -"),
        ("[Nine] nurses stood outside Tulsa Hospital.", "- @ Tulsa Hospital < -"),
        ("The plane was flown to Egypt for a feast of [nine] guests.", "- @ Egypt < -"),
        ("The plane was sold to Egypt after a feast of [nine] guests.", "- @ - < -"),
    ]);
}

#[test]
fn nouns_that_do_it() {
    check(&[
        ("A gunman with a rifle shot [nine] people.", "(gunman) @ - < -"),
        ("Two armed gunmen shot [nine] people.", "(Two armed gunmen) @ - < -"),
        ("Police in Tulsa arrested [nine] men.", "(police) @ Tulsa < -"),
        ("The county sheriff's office arrested [nine] men.", "(county sheriff's office) @ - < -"),
        ("Officers met with [nine] men.", "(officers) @ - < -"),
        ("After some hours there the Harrow Police Department met with [nine] men.", "Harrow Police Department @ - < -"),
        ("Whitehall police arrested [nine] men.", "(Whitehall police) @ - < -"),
        ("Egyptian police arrested [nine] men.", "Egypt @ - < -"),
        ("The child shot with [nine] men was a girl.", "- @ - < -"),
        ("The gunman shot with [nine] bullets.", "(gunman) @ - < -"),
        ("It is a line staffed with [nine] guards.", "- @ - < -"),
        ("Guards responded with [nine] men after some people saw it.", "(guards) @ - < -"),
        ("Guards responded with [nine] men to a call of shots fired at a mill.", "(guards) @ - < -"),
        ("The files were released by the Lee County Sheriff's Office on [nine] days.", "Lee County Sheriff's Office @ - < -"),
        ("A line was staffed with [nine] guards.", "- @ - < -"),
        ("Ann Roe was shot and killed with [nine] bullets.", "- @ - < -"),
        ("Ann Roe aimed and killed with [nine] bullets.", "Ann Roe @ - < -"),
        ("He was charged with unlawful carrying of [nine] guns.", "- @ - < -"),
        ("The guns were taken by Tulsa police on [nine] days.", "(Tulsa police) @ - < -"),
        ("Stock markets around the world, mainly those in the east, have lost [nine] points.", "(stock markets) @ - < -"),
        ("[Nine] men were arrested by county police.", "(county police) @ - < -"),
        ("[Nine] men were killed by gunfire.", "- @ - < -"),
        ("A shooting killed [nine] men.", "- @ - < -"),
        ("He shot [nine] men.", "- @ - < -"),
        ("Shots killed [nine] men.", "- @ - < -"),
        ("The number of people claiming aid rose by [nine] points.", "(number) @ - < -"),
        ("Harrow Mills said its sales rose by [nine] points.", "Harrow Mills @ - < Harrow Mills"),
        ("He said its sales rose by [nine] points.", "(sales) @ - < -"),
        ("Harrow Mills on [date|Tuesday] opened [nine] shops.", "Harrow Mills @ - < -"),
        ("An attack in Tulsa, Texas, that hurt [nine] men shook the town.", "- @ Tulsa < -"),
        ("A shooting in a park that hurt [nine] men shook the town.", "- @ - < -"),
        ("A guard in a park who hurt [nine] men fled.", "(guard) @ - < -"),
        ("Tulsa police found cause to arrest [nine] men.", "(Tulsa police) @ - < -"),
        ("A judge asked Ann Roe to free [nine] men.", "Ann Roe @ - < -"),
        ("She and another guard freed [nine] men.", "- @ - < -"),
        ("It was the fifth win for the Larks, who have [nine] points.", "(Larks) @ - < -"),
        ("Two people died at the scene, and [nine] men were flown out.", "- @ - < -"),
        ("[Nine] dogs were also removed from the room.", "- @ - < -"),
        ("[Nine] dogs also removed the fence.", "(dogs) @ - < -"),
        ("The ferry was greeted by [400] guests.", "- @ - < -"),
        ("Officers were able to rescue [nine] hostages.", "(officers) @ - < -"),
        ("The U.S. dollar rose by [nine] points.", "(U.S. dollar) @ - < -"),
        ("The largest drop was with Harrow Mills (HM), which lost [nine] points.", "Harrow Mills @ - < -"),
        ("The visitor from Egypt who lost [nine] coins wept.", "(visitor) @ - < -"),
        ("She watched film of a mill shooting that killed [nine] people.", "- @ - < -"),
        ("The purchase includes [nine] trucks.", "- @ - < -"),
        ("Harrow's package includes [nine] trucks.", "(Harrow's package) @ - < -"),
        ("He shot her at close range using [nine] bullets.", "- @ - < -"),
        ("A gunman shot her at night using [nine] bullets.", "(gunman) @ - < -"),
        ("The deal gave the town [nine] trucks.", "- @ - < -"),
    ]);
}

#[test]
fn places_of_sentences_before() {
    check(&[
        ("[Nine] people were shot in Tulsa. [Three] people were killed.", "- @ Tulsa < -; - @ (Tulsa) < -"),
        ("[Nine] people were shot in Tulsa. [Three] people were killed in Egypt.", "- @ Tulsa < -; - @ Egypt < -"),
        ("[Nine] people were shot in Tulsa. The firm has [three] people.", "- @ Tulsa < -; (firm) @ - < -"),
        ("[Nine] people lay in Tulsa Hospital. [Three] people were killed.", "- @ Tulsa Hospital < -; - @ - < -"),
        ("[Nine] people were shot in Tulsa. Workers rest. [Three] people may have been killed.", "- @ Tulsa < -; - @ - < -"),
        ("KANSAS CITY, Mo. (Newsline) — [Nine] people died. [Three] people were shot.", "- @ Kansas City < -; - @ (Kansas City) < -"),
        ("[Nine] people died at a Harrow County orchard.", "- @ Harrow County < -"),
        ("[Nine] people died in Metro Tulsa.", "- @ Tulsa < -"),
        ("[Nine] people died in the 300 block of Mill Lane.", "- @ 300 block of Mill Lane < -"),
        ("[Nine] people died in the 300 block of the row.", "- @ - < -"),
        ("[Nine] people died near Harrow and Marden.", "- @ - < -"),
        ("[Nine] people died near Tulsa and Oak streets.", "- @ - < -"),
        ("[Nine] people were shot in Tulsa. He fired [three] shots.", "- @ Tulsa < -; - @ (Tulsa) < -"),
    ]);
}
