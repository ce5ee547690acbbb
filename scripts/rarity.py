#!/usr/bin/env python3
"""Make src/lexicon/rarity.txt: how rare English words are, from a published list of frequencies.

usage: pip download --no-deps symspellpy && unzip symspellpy-*.whl
       python3 scripts/rarity.py symspellpy/frequency_dictionary_en_82_765.txt > src/lexicon/rarity.txt

The list holds a word and its count a line. Out comes a line for each quarter of a bit of rarity (-log2 of the share of all
words), its words after it in alphabetical order. Words past the first MOST are left out: they are as rare as any name.
"""
import collections
import math
import sys

MOST = 24_000


def main(path):
    counts = {}
    with open(path, encoding="utf-8-sig") as lines:
        for line in lines:
            word, count = line.split()
            if len(word) >= 3 and word.isascii() and word.isalpha():
                counts[word] = int(count)
    total = sum(counts.values())
    classes = collections.defaultdict(list)
    for word in sorted(counts, key=lambda word: (-counts[word], word))[:MOST]:
        classes[round(4 * math.log2(total / counts[word]))].append(word)
    for rarity in sorted(classes):
        print(rarity, *sorted(classes[rarity]))


if __name__ == "__main__":
    main(sys.argv[1])
