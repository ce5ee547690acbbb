//! Sentences of our own with the figures that are to be read from them, and sentences that state none.

use super::super::{Kind, Mention, read};
use crate::lexicon::Language;

/// What stands in a text that is no time expression: its words, kind, figures, bound and unit.
fn figures(text: &str) -> Vec<String> {
    let timed = |mention: &Mention| matches!(mention.kind, Kind::Date | Kind::Time | Kind::Set | Kind::Duration);
    let show = |mention: &Mention| {
        let value = mention.value.clone().unwrap_or_default();
        let stated: Vec<_> = value.stated().map(|figure| figure.normal().to_string()).collect();
        let unit = value.unit.map_or_else(String::new, |unit| format!(" {unit}"));
        let per = value.per.map_or_else(String::new, |per| format!("/{per}"));
        let bound = if value.approximate { format!("{:?}~", value.bound) } else { format!("{:?}", value.bound) };
        format!("{} | {:?} {} {bound}{unit}{per}", mention.span.of(text), mention.kind, stated.join("..")).trim_end().to_owned()
    };
    read(Language::english(), text).iter().filter(|mention| !timed(mention)).map(show).collect()
}

#[test]
fn lists_of_ages_and_what_is_no_age() {
    for (text, expected) in [
        ("The cows are aged 4, 7 and 11.", "aged 4 | Age 4 Exact y; 7 | Age 7 Exact y; 11 | Age 11 Exact y"),
        ("Cows aged 12 and 14 went lame.", "aged 12 | Age 12 Exact y; 14 | Age 14 Exact y"),
        ("Cows aged 12 and 14 others went lame.", "aged 12 | Age 12 Exact y; 14 | Number 14 Exact"),
        ("Ann Osborne, 16, and 20 others fled.", "16 | Age 16 Exact y; 20 | Number 20 Exact"),
        ("They are in their 20s or early 30s.", "20s | Age 20..29 Range y; early 30s | Age 30..33 Range y"),
        ("The songs of the 60s and 70s are back.", ""),
        ("Its 1940s hall burned.", ""),
        ("They went three-and-out.", ""),
        ("It burned in the 1800 block of Mill Lane.", ""),
        ("Nobody asked in the first place.", ""),
        ("The Otters are in first place.", "first | Ordinal 1 Exact"),
    ] {
        assert_eq!(figures(text).join("; "), expected, "{text}");
    }
}

#[test]
fn names_streets_and_letters() {
    for (text, expected) in [
        ("It made 2.7m digital sales.", "2.7m | Number 2700000 Exact"),
        ("They dug 2.7m wide ditches.", "2.7m | Measure 2.7 Exact m"),
        ("They built a 1.4m wooden fence.", "1.4m | Measure 1.4 Exact m"),
        ("He wrote: '20 cows died'.", "20 | Number 20 Exact"),
        ("They held a sweet 16 party.", ""),
        ("He made it with iWork '09 at home.", ""),
        ("It rose 3 p to close at 1112 p there.", "3 | Number 3 Exact; 1112 | Number 1112 Exact"),
        ("They spoke at her sweet sixteen.", ""),
        ("He fell in round two of it.", ""),
        ("In his class two men fell.", "two | Number 2 Exact"),
        ("It burned at 601 W. Harrow Road.", ""),
        ("It emits 40 tonnes of CO2 a year.", "40 tonnes | Measure 40 Exact t/year"),
        ("It draws 601 W.", "601 W | Measure 601 Exact W"),
        ("It burned on 1st Street.", ""),
        ("He weighs 11st 4lb.", "11st 4lb | Measure 158 Exact lb"),
        ("Leaders of the Group of 20 met.", ""),
        ("They are a group of 20.", "20 | Number 20 Exact"),
        ("It closed 9 Harrow Freeway.", ""),
    ] {
        assert_eq!(figures(text).join("; "), expected, "{text}");
    }
}

#[test]
fn figures_and_their_units() {
    for (text, expected) in [
        ("The fire destroyed 41 homes.", "41 | Number 41 Exact"),
        ("A two-and-a-half-year-old cow won.", "two-and-a-half-year-old | Age 2.5 Exact y"),
        ("Each emits 4.2 tonnes of CO2 per person.", "4.2 tonnes | Measure 4.2 Exact t/person"),
        ("It digs 40 tonnes of iron ore a day.", "40 tonnes | Measure 40 Exact t/day"),
        ("It ships 40 tonnes of iron and a day of oil.", "40 tonnes | Measure 40 Exact t"),
        ("He is in his 40s.", "40s | Age 40..49 Range y"),
        ("He is in his late 40s.", "late 40s | Age 47..49 Range y"),
        ("She is in her mid-thirties.", "mid-thirties | Age 34..36 Range y"),
        ("Harrow & Stone's 500 workers left.", "500 | Number 500 Exact"),
        ("The third boat sank.", "third | Ordinal 3 Exact"),
        ("Some 1,207 homes burned.", "Some 1,207 | Number 1207 Approx~"),
        ("It sent at least 10,000 to 12,000 men.", "at least 10,000 to 12,000 | Number 10000..12000 AtLeast"),
        ("It sent about 10,000–12,000 men.", "about 10,000–12,000 | Number 10000..12000 Range~"),
        ("A bridge of 5 km opened.", "5 km | Measure 5 Exact km"),
        ("A 40-foot wave hit.", "40-foot | Measure 40 Exact ft"),
        ("He ran a 5m deep trench.", "5m | Measure 5 Exact m"),
        ("It dipped to 6 degrees below zero.", "6 degrees below zero | Measure -6 Exact °"),
        ("It sold for 5m Swiss francs.", "5m Swiss francs | Money 5000000 Exact CHF"),
        ("It draws 1.5-2m guests.", "1.5-2m | Number 1500000..2000000 Range"),
        ("A 6-to-8-foot wall fell.", "6-to-8-foot | Measure 6..8 Range ft"),
        ("The plan covers 5m people.", "5m | Number 5000000 Exact"),
        ("They lost 4.3M viewers.", "4.3M | Number 4300000 Exact"),
        ("Rents rose 3.5 percent.", "3.5 percent | Percent 3.5 Exact percent"),
        ("A cut of a quarter of a percentage point.", "a quarter of a percentage point | Percent 0.25 Exact pp"),
        ("It paid $3–5 million.", "$3–5 million | Money 3000000..5000000 Range USD"),
        ("It paid $3 million to $5 million.", "$3 million to $5 million | Money 3000000..5000000 Range USD"),
        ("It paid nearly €1.2bn.", "nearly €1.2bn | Money 1200000000 LessThan~ EUR"),
        ("Oil sold at $60 a barrel.", "$60 a barrel | Money 60 Exact USD/barrel"),
        ("It lost 10 million Australian dollars.", "10 million Australian dollars | Money 10000000 Exact AUD"),
        ("A fine of RM23.50 was set.", "RM23.50 | Money 23.5 Exact MYR"),
        ("She was fined 20 pounds.", "20 pounds | Money 20 Exact GBP"),
        ("The dog weighs 20 pounds.", "20 pounds | Measure 20 Exact lb"),
        ("A stamp costs 55 cents.", "55 cents | Money 55 Exact USc"),
        ("He stands 6 feet 2 inches tall.", "6 feet 2 inches | Measure 74 Exact in"),
        ("The centre is 7-foot-1.", "7-foot-1 | Measure 85 Exact in"),
        ("It was -7 °C at dawn.", "-7 °C | Measure -7 Exact °C"),
        ("It was minus 7 degrees Celsius.", "minus 7 degrees Celsius | Measure -7 Exact °C"),
        ("Between 5 and 6 ships sank.", "Between 5 and 6 | Number 5..6 Range"),
        ("Rates fell from 4.8% to 4.7%.", "from 4.8% to 4.7% | Percent 4.8..4.7 Change percent"),
        ("Two or three ships sank.", "Two or three | Number 2..3 Range"),
        ("It holds two to three dozen cows.", "two to three dozen | Number 24..36 Range~"),
        ("50 or more cows died.", "50 or more | Number 50 AtLeast"),
        ("50-plus cows died.", "50-plus | Number 50 AtLeast"),
        ("Up to 30 percent of cows died.", "Up to 30 percent | Percent 30 AtMost percent"),
        ("Dozens of cows died.", "Dozens | Number  Vague~"),
        ("Tens of thousands of cows died.", "Tens of thousands | Number  Vague~"),
        ("More than a dozen cows died.", "More than a dozen | Number 12 MoreThan~"),
        ("A poll of 45 ± 3 cows.", "45 ± 3 | Number 45 Range"),
        ("One in five cows died.", "One in five | Number 0.2 Exact"),
        ("Two-thirds of the cows died.", "Two-thirds | Number 0.666666666667 Exact"),
        ("Nearly half the cows died.", "Nearly half | Number 0.5 LessThan~"),
        ("Exports doubled.", "doubled | Multiple 2 Exact"),
        ("Exports more than tripled.", "more than tripled | Multiple 3 MoreThan"),
        ("Sales were three times as high.", "three times | Multiple 3 Exact"),
        ("It was the sixth strike.", "sixth | Ordinal 6 Exact"),
        ("It was the 21st strike.", "21st | Ordinal 21 Exact"),
        ("They won 3-1.", "3-1 | Score 3..1 Range"),
        ("A 17-year-old boy fled.", "17-year-old | Age 17 Exact y"),
        ("Ana Ruiz, 41, fled.", "41 | Age 41 Exact y"),
        ("A man aged 41 fled.", "aged 41 | Age 41 Exact y"),
        ("A class for 10- to 12-year-olds.", "10- to 12-year-olds | Age 10..12 Range y"),
        ("No deaths were reported.", "No | Number 0 Exact"),
        ("A rate of 12 per 100,000 people.", "12 per 100,000 people | Number 12 Exact/100000 people"),
        ("The engine gives 1000 hp.", "1000 hp | Measure 1000 Exact hp"),
        ("The Kursk unit holds sub-units of 60 men.", "60 | Number 60 Exact"),
        ("10\u{20}000 men left.", "10 000 | Number 10000 Exact"),
        ("A 28 - year - old man fled.", "28 - year - old | Age 28 Exact y"),
        ("The Owls (2-13) lost.", "2-13 | Score 2..13 Range"),
        ("A 20 - 13 win.", "20 - 13 | Score 20..13 Range"),
        ("It owes millions of dollars.", "millions of dollars | Money  Vague~ USD"),
        ("Leo Marsh Jr., 38, fled.", "38 | Age 38 Exact y"),
        ("More than half of the cows died.", "More than half | Number 0.5 MoreThan"),
        ("Herds fell from 4.8 to 4.2 million.", "from 4.8 to 4.2 million | Number 4800000..4200000 Change"),
        ("A $1.2 trillion package passed.", "$1.2 trillion | Money 1200000000000 Exact USD"),
        ("He weighs 12st 4lb now.", "12st 4lb | Measure 172 Exact lb"),
        ("A boy of 11 fled.", "11 | Age 11 Exact y"),
        ("She died at 91.", "91 | Age 91 Exact y"),
        ("He was a man of 3 talents.", "3 | Number 3 Exact"),
        ("Three-quarters of the cows died.", "Three-quarters | Number 0.75 Exact"),
        ("One Kenyan diver drowned.", "One | Number 1 Exact"),
        ("One South African was hurt.", "One | Number 1 Exact"),
        ("A sub-$90 radio won.", "sub-$90 | Money 90 LessThan USD"),
        ("It gained $US64 million.", "$US64 million | Money 64000000 Exact USD"),
        ("It fetched HK $45.", "HK $45 | Money 45 Exact HKD"),
        ("It holds 1/4 of a US gallon.", "1/4 of a US gallon | Measure 0.25 Exact gal"),
        ("He was the 2,000th guest.", "2,000th | Ordinal 2000 Exact"),
        ("It emits 30 g/km of gas.", "30 g/km | Measure 30 Exact g/km"),
        ("Men aged between 19 and 45 left.", "aged between 19 and 45 | Age 19..45 Range y"),
        ("Rates went from 5 percent to 7.", "from 5 percent to 7 | Percent 5..7 Range percent"),
        ("She saw a couple dozen.", "a couple dozen | Number 24 Vague~"),
        ("He stands 6'2\" tall.", "6'2\" | Measure 74 Exact in"),
        ("He said \"we lost 25\" there.", "25 | Number 25 Exact"),
        ("He said 'we lost 25' there.", "25 | Number 25 Exact"),
        ("Half a million men left.", "Half a million | Number 500000 Exact"),
    ] {
        assert_eq!(figures(text), [expected], "{text}");
    }
}

#[test]
fn figures_in_rarer_dress() {
    for (text, expected) in [
        ("It bought a twenty percent stake.", "twenty percent | Percent 20 Exact percent"),
        ("A three course meal is served.", "three | Number 3 Exact"),
        ("It sold 8 B bricks.", "8 B | Number 8000000000 Exact"),
        ("It fell 14 . 8 % in all.", "14 . 8 % | Percent 14.8 Exact percent"),
        ("It cost $ 46 . 8 million.", "$ 46 . 8 million | Money 46800000 Exact USD"),
        ("It cost 75 USD million.", "75 USD million | Money 75000000 Exact USD"),
        ("A gain of Y=40 billion was booked.", "Y=40 billion | Money 40000000000 Exact JPY"),
        ("A theft of R5 million was reported.", "R5 million | Money 5000000 Exact ZAR"),
        ("A fine of P10,000 was set.", "P10,000 | Money 10000 Exact PHP"),
        ("A bid of PS8.1bn was made.", "PS8.1bn | Money 8100000000 Exact GBP"),
        ("A fine of hk $ 45 was set.", "hk $ 45 | Money 45 Exact HKD"),
        ("It pays 17c a share.", "17c a share | Money 17 Exact USc/share"),
        ("It raised its payout from 11c to 17c a share.", "from 11c to 17c a share | Money 11..17 Range USc/share"),
        ("Rent is $500 a square foot.", "$500 a square foot | Money 500 Exact USD/ft2"),
        ("Rooms run from 20 sq m up to 45 sq m.", "from 20 sq m up to 45 sq m | Measure 20..45 Range m2"),
        ("Rooms starting from 20 sq m up to 45 sq m.", "starting from 20 sq m up to 45 sq m | Measure 20..45 Range m2"),
        ("A slat of 25.5\u{2033} was cut.", "25.5\u{2033} | Measure 25.5 Exact in"),
        ("A part is one over twenty.", "one over twenty | Number 0.05 Exact"),
        ("It is above one quarter and below a half.", "above one quarter and below a half | Number 0.25..0.5 Range"),
        ("Tolls rose by an average of 1500.", "1500 | Number 1500 Exact"),
        ("A pulsar spins 78,000 times a minute.", "78,000 | Number 78000 Exact"),
        ("The margin is plus or minus 3 percentage points.", "plus or minus 3 percentage points | Percent 3 Exact pp"),
        ("It fell by minus 3 percent.", "minus 3 percent | Percent -3 Exact percent"),
        ("It made revenue of 45.6m.", "45.6m | Number 45600000 Exact"),
        ("Debt is €14tr.", "€14tr | Money 14000000000000 Exact EUR"),
        ("40-some cows died.", "40-some | Number 40 Approx~"),
        ("A ticket cost me 150 kn.", "150 kn | Money 150 Exact HRK"),
        ("A gale of 150 kts blew.", "150 kts | Measure 150 Exact kn"),
        ("It flew 1,000+ km.", "1,000+ km | Measure 1000 AtLeast km"),
        ("It flew 1,000+ times.", "1,000+ | Number 1000 AtLeast"),
        ("It went from 14 mpg to 24 in all.", "from 14 mpg to 24 | Measure 14..24 Range mpg"),
        ("Tolls are 12% above 2019 levels.", "12% | Percent 12 Exact percent"),
        ("More than 2019 cows died.", "More than 2019 | Number 2019 MoreThan"),
        ("It ordered 18 737s.", "18 | Number 18 Exact"),
        ("It harms 747 plant species.", "747 | Number 747 Exact"),
        ("About 737 cows died.", "About 737 | Number 737 Approx~"),
    ] {
        assert_eq!(figures(text), [expected], "{text}");
    }
}

#[test]
fn what_is_no_figure() {
    for text in [
        "In 2019 the mill closed.",
        "It opened on March 10.",
        "Call 555-1234 now.",
        "Call (020) 7946 0958 now.",
        "He flew an F-16 home.",
        "The 737-800 landed.",
        "A 747-400 landed.",
        "Call +44 20 7946 0958 now.",
        "Write to 10001-1234 soon.",
        "It lies at 40.7° N now.",
        "A 30-something clerk fled.",
        "It is paid per 100 litres.",
        "A Boeing 737 landed.",
        "She updated to iOS 18.2 at once.",
        "Her iPhone 14 broke.",
        "The G7 met.",
        "It filed for Chapter 11 protection.",
        "He lives at No. 10 now.",
        "Take Route 66 west.",
        "Flight 370 vanished.",
        "She lives at 1600 Grove Avenue.",
        "An office at 16-18 Mill Road.",
        "Room 12 is locked.",
        "No one was there.",
        "One can only hope.",
        "One Direction sang.",
        "One Russia House",
        "A sub-8B unit left.",
        "It was a 2-for-1 deal.",
        "This one is new.",
        "They went one by one.",
        "He called 9/11 a wound.",
        "The shop is open 24/7.",
        "It was a 50-50 call.",
        "They played T20 cricket.",
        "The 5G network failed.",
        "See www.example.org/40/a for more.",
        "See https://example.org/a-40 for more.",
        "Write to ana40@example.org today.",
        "Follow @ana_40 or #40 today.",
        "1. Wash the rice",
        "It starts at 10:30 sharp.",
        "It starts at 5 p.m. sharp.",
        "The S&P 500 fell.",
        "The Harrow & Stone's 500 index fell.",
        "The Harrow and Stone's 500 fell.",
        "In the second half they slept.",
        "First of all, thanks.",
        "As many as you like.",
        "How many are left?",
        "Many say so.",
        "Agent 007 smiled.",
        "He left the yard.[14] She stayed.[9][10]",
        "Image 17 of 40",
        "Photo 2 of / 3",
        "It was first-degree arson.",
        "A third party paid.",
        "First responders came.",
        "COVID-19 spread.",
        "The Six Nations begins.",
        "Version 1.2.3 shipped.",
        "He wore the red jersey (4) again.",
        "I think seconds matter.",
        "There were no reports of deaths.",
        "The 1080p screen broke.",
        "Zero tolerance applies.",
        "It stands in the 4100 block of Mill Road.",
        "They seized an AK - 47 there.",
        "Updated 12 / 19 / 2005 by hand.",
        "He drove a 4×4 home.",
        "He called 911 at once.",
        "Several 911 calls came in.",
        "Its 787 was late.",
        "He flew a 787 to Oslo.",
        "The 13F filing came late.",
        "A 10K filing came late.",
        "The robot R2 met an N95 mask.",
        "Its R1.2 rate held.",
        "Call +1 (555) 010-9999 now.",
        "A power of 2^-1 is left.",
        "A share of 7\u{2044}5 is none.",
        "They met on the June 30 outing.",
    ] {
        let found: Vec<_> = figures(text).into_iter().filter(|figure| !figure.contains("Ordinal")).collect();
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn hedges_and_figures_never_cross_a_line() {
    assert_eq!(figures("more than\n40 cows"), ["40 | Number 40 Exact"]);
    assert_eq!(figures("sold 10\n000 cows"), ["10 | Number 10 Exact"]);
    assert_eq!(figures("5\nkm away"), ["5 | Number 5 Exact"]);
}

#[test]
fn strange_texts_are_read_in_time_and_without_a_panic() {
    assert!(figures(&"7".repeat(100_000)).is_empty());
    for piece in ["1,", "1 1", "1.", "one ", "$", "5-", "½", "about ", "1€", "ä5", "5%–", "hundred ", "(5", "a.5/"] {
        let long = piece.repeat(2_000);
        assert!(figures(&long).len() <= 4_000, "{piece}");
    }
}
