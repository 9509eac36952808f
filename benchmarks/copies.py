"""How long the search for copies takes as stories grow in number, and how many planted copies it finds.

Stories come from a small grammar: names, places and words are invented, the words fall off
in frequency as in real prose, and every tenth story is a copy of an earlier one.

    python benchmarks/copies.py --sizes 1000 3000 10000 30000 --workers 2
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections import Counter
from collections.abc import Callable

from brink.read.copies import StoryText, find_links

OPENINGS = (
    "{name}, who leads the {noun} {noun} in {place}, said", "On {day} the {noun} of {place}", "{group}",
    "{number} {noun}s", "The {adjective} {noun}", "A {noun} from {place}", "According to {name},",
    "Near {place}, {number} kilometres from {place},", "After {number} days the {noun}", "In {place}",
)
MIDDLES = (
    "{verb}ed the {adjective} {noun} of {group}", "{verb}ed {number} {noun}s and a {noun}",
    "had {verb}ed {place} before the {noun} was {verb}ed", "will {verb} the {noun} that {name} {verb}ed",
    "{verb}ed with {group} over the {noun} of {noun}s", "{verb}s more {noun}s than {group}",
    "could not {verb} why {number} {noun}s were {verb}ed", "and {name} {verb}ed the {noun}",
)
ENDINGS = (
    "near {place} on {day}", "for the {adjective} {noun}", "as {name} had {verb}ed", "against {group}",
    "in the {noun} of {place}", "without a {noun}", "while the {noun} {verb}ed", "as the {noun} asked",
    "because of {number} {adjective} {noun}s", "under the {noun} signed with {group}", "and its {noun}s",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
BOILERPLATE = (
    "The monitor takes its figures from open sources and from its own network of volunteers everywhere.",
    "Attacks by unknown persons are counted when a motive can be presumed from what is known of the victim.",
)
SYLLABLES = [c + v for c in (*"bdfghjklmnprstvwz", "sh", "th", "kr", "tr", "st") for v in "aeiou"]
WORDS = {"noun": 3000, "verb": 1500, "adjective": 1000}


class Grammar:
    """Invents words once and sentences without end."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.words = {kind: [self._word(2, 4) for _ in range(count)] for kind, count in WORDS.items()}
        self.weights = {kind: [1 / (rank + 3) for rank in range(count)] for kind, count in WORDS.items()}
        self.places = [self._word(2, 4).capitalize() for _ in range(600)]
        self.groups = [f"{self._word(2, 3).capitalize()} {self._word(2, 3).capitalize()}" for _ in range(60)]
        self.synonym = {word: self._word(2, 4) for words in self.words.values() for word in words}

    def _word(self, least: int, most: int) -> str:
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.randint(least, most)))

    def story(self) -> list[str]:
        return [self.sentence() for _ in range(self.chance.randint(8, 22))]

    def sentence(self) -> str:
        pattern = " ".join(self.chance.choice(part) for part in (OPENINGS, MIDDLES, ENDINGS, ENDINGS))
        while "{" in pattern:
            before, _, rest = pattern.partition("{")
            slot, _, after = rest.partition("}")
            pattern = before + self.fill(slot) + after
        return pattern[0].upper() + pattern[1:] + "."

    def fill(self, slot: str) -> str:
        if slot in self.words:
            return self.chance.choices(self.words[slot], self.weights[slot])[0]
        if slot == "name":
            return f"{self._word(1, 3).capitalize()} {self._word(2, 3).capitalize()}"
        if slot == "number":
            return str(int(self.chance.lognormvariate(3, 1.5)) + 2)
        return self.chance.choice({"place": self.places, "group": self.groups, "day": DAYS}[slot])


def exact(sentences: list[str], _: Grammar) -> list[str]:
    return [sentence.replace(" the ", "  the ") for sentence in sentences]


def edited(sentences: list[str], grammar: Grammar) -> list[str]:
    """A word in twelve changed, and a new paragraph."""
    def edit(word: str) -> str:
        return grammar.fill("noun") if grammar.chance.random() < 1 / 12 else word
    return [" ".join(map(edit, sentence.split(" "))) for sentence in sentences] + [grammar.sentence()]


def cut(sentences: list[str], _: Grammar) -> list[str]:
    return sentences[: max(len(sentences) // 3, 3)]


def wrapped(sentences: list[str], grammar: Grammar) -> list[str]:
    return [grammar.sentence(), *sentences, grammar.sentence(), grammar.sentence(), grammar.sentence()]


def respun(sentences: list[str], grammar: Grammar) -> list[str]:
    """Half the words replaced by their synonyms, halves of sentences swapped, neighbours exchanged."""
    def spin(sentence: str) -> str:
        words = sentence.rstrip(".").split(" ")
        half = len(words) // 2 if grammar.chance.random() < 0.5 else 0
        turned = words[half:] + words[:half]
        spun = (grammar.synonym.get(word, word) if grammar.chance.random() < 0.5 else word for word in turned)
        return " ".join(spun) + "."
    spun = [spin(sentence) for sentence in sentences]
    for place in range(0, len(spun) - 1, 3):
        spun[place], spun[place + 1] = spun[place + 1], spun[place]
    return spun


COPYING: dict[str, Callable[[list[str], Grammar], list[str]]] = {
    "exact": exact, "edited": edited, "cut": cut, "wrapped": wrapped, "re-spun": respun,
}


def corpus(size: int, *, seed: int = 7) -> tuple[list[StoryText], dict[tuple[str, str], str]]:
    """Stories, and for each planted pair (original, copy) how it was copied."""
    chance = random.Random(seed)
    grammar = Grammar(chance)
    stories: list[StoryText] = []
    originals: list[tuple[str, list[str]]] = []
    planted: dict[tuple[str, str], str] = {}
    for number in range(size):
        name = f"s{number:06d}"
        if number % 10 == 9:
            how = list(COPYING)[number // 10 % len(COPYING)]
            source, sentences = originals[chance.randrange(len(originals))]
            sentences = COPYING[how](sentences, grammar)
            planted[source, name] = how
        else:
            sentences = grammar.story()
            if number % 20 == 0:
                sentences += BOILERPLATE
            originals.append((name, sentences))
        stories.append(StoryText(name, None, "\n\n".join(sentences)))
    return stories, planted


def measure(size: int, workers: int) -> None:
    stories, planted = corpus(size)
    families = {copied: original for original, copied in planted}
    began = time.perf_counter()
    links = list(find_links(stories, workers=workers))
    seconds = time.perf_counter() - began
    linked = {frozenset((families.get(link.a, link.a), link.b)) for link in links}
    linked |= {frozenset((link.a, families.get(link.b, link.b))) for link in links}
    found = Counter(how for pair, how in planted.items() if frozenset(pair) in linked)
    false = sum(families.get(link.a, link.a) != families.get(link.b, link.b) for link in links)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    recall = "  ".join(f"{how} {found[how] / n:.3f}" for how, n in Counter(planted.values()).items())
    cost = f"{seconds:8.1f} s  {1e3 * seconds / size:5.2f} ms a story  peak {peak:6.0f} MB"
    print(f"{size:>7,} stories {cost}  {len(links):,} links, {false} false  recall: {recall}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 3_000, 10_000, 30_000])
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    for size in options.sizes:
        measure(size, options.workers)


if __name__ == "__main__":
    main()
