//! Pairs of short articles of all kinds of news, in which one figure is told in two ways by other words: each is the only one of its
//! kind. Rows that must be told stand beside rows that must not.

mod support;

use support::pairs::{DAY, NEXT, check};

#[test]
fn one_figure_told_by_other_words_is_told() {
    check(&[
        (
            "error conflicting-figures",
            &[
                (DAY, "Customs officers in Port Sallow seized cocaine on Monday. The drugs were hidden in 14 crates of bananas."),
                (DAY, "Officers in Port Sallow found cocaine in 41 crates of bananas on Monday."),
            ],
        ),
        (
            "error conflicting-figures",
            &[
                (DAY, "Chip maker Torvex will lay off 1,200 workers at its plant in Eastmere, the company said on Tuesday."),
                (DAY, "Torvex is to cut 2,100 jobs at its Eastmere factory, it announced on Tuesday."),
            ],
        ),
        (
            "error conflicting-figures",
            &[
                (DAY, "The measles outbreak in Dunmore County has grown to 27 cases, health officials said on Tuesday."),
                (DAY, "Dunmore County health officials reported 72 cases of measles in the outbreak on Tuesday."),
            ],
        ),
        (
            "error conflicting-figures",
            &[
                (DAY, "Denis Hale, the former mayor of Calder, was sentenced on Tuesday to 12 years in prison for taking bribes."),
                (DAY, "A judge on Tuesday gave Denis Hale, the former mayor of Calder, a 21-year prison sentence for taking bribes."),
            ],
        ),
        (
            "error conflicting-figures",
            &[
                (DAY, "Eleven miners were trapped 300 metres below ground when a shaft of the Brenna mine collapsed on Monday."),
                (DAY, "The collapse of a shaft of the Brenna mine on Monday trapped 11 miners at a depth of 800 metres."),
            ],
        ),
        (
            "error conflicting-figures",
            &[
                (DAY, "The city council of Marden approved the Corven budget on Monday by a vote of 7-2."),
                (DAY, "The council of Marden voted 6-3 for the Corven budget on Monday."),
            ],
        ),
        (
            "error conflicting-figures",
            &[
                (DAY, "Turnout was 61.4 percent in the vote in Velmora, the Velmora election commission said."),
                (DAY, "Turnout across Velmora was 64.1 percent, the Velmora election commission said."),
            ],
        ),
        // A plan is not changed by changing the digits of its figure from one day to the next.
        (
            "error conflicting-figures",
            &[
                (DAY, "Torvex will lay off 1,200 workers at its plant in Eastmere, the company said on Tuesday."),
                (NEXT, "Torvex will lay off 2,100 workers at its Eastmere plant, the company said."),
            ],
        ),
        (
            "note revised-date",
            &[
                (DAY, "The Harbor Museum in Marlow will reopen on September 14 at 9 a.m., its director Ana Ruiz said."),
                (NEXT, "The Harbor Museum in Marlow will open its doors again on September 24, director Ana Ruiz said."),
            ],
        ),
    ]);
}

#[test]
fn figures_of_other_things_are_no_difference() {
    check(&[
        // Two figures of one kind in an article, a part of a sum, what may be, other kinds of things.
        (
            "",
            &[
                (
                    DAY,
                    "Officers in Port Sallow found cocaine in 14 crates of bananas on Monday, and took away 23 crates of squid, 17 crates of nuts.",
                ),
                (
                    DAY,
                    "Customs officers in Port Sallow opened 41 crates of bananas on Monday, and left 62 crates of squid, 71 crates of nuts.",
                ),
            ],
        ),
        (
            "",
            &[
                (DAY, "Denis Hale pleaded guilty in Calder on Tuesday to nine counts of fraud and two of theft."),
                (DAY, "Denis Hale pleaded guilty in Calder on Tuesday to 11 counts."),
            ],
        ),
        (
            "",
            &[
                (DAY, "Torvex will lay off 1,200 workers at its plant in Eastmere, the company said on Tuesday."),
                (
                    DAY,
                    "Torvex said on Tuesday it will close a plant in Eastmere. The site may create up to 2,100 jobs in time, the mayor said.",
                ),
            ],
        ),
        (
            "",
            &[
                (DAY, "The Otters beat the Herons in Marden on Tuesday. Roe threw a 7-yard touchdown pass."),
                (DAY, "The Otters beat the Herons in Marden on Tuesday. Dornquist ran for a 9-yard touchdown."),
            ],
        ),
        (
            "",
            &[
                (DAY, "The Otters beat the Herons in Marden on Tuesday, 3-1."),
                (DAY, "The Otters of Marden, who beat the Herons on Tuesday, had lost 4-1 to the Egrets in May."),
            ],
        ),
        (
            "",
            &[
                (
                    DAY,
                    "Otto Dunbeck, who died in Corven on Tuesday, robbed a bank there. A court had sent him to prison for seven years in 1991.",
                ),
                (DAY, "Otto Dunbeck, a robber of Corven, died on Tuesday. He had been sentenced to nine years in prison in 2004."),
            ],
        ),
        // Crates found, and weeks on, are counted on.
        (
            "note revised-figure",
            &[
                (DAY, "Officers in Port Sallow have found cocaine in 120 crates of bananas, customs said."),
                (NEXT, "Officers in Port Sallow have found cocaine in 210 crates of bananas, customs said on Wednesday."),
            ],
        ),
    ]);
}
