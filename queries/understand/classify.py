"""Which catalogue entry a question is: a linear classifier over the catalogue's own examples, and the likest example.

Questions and examples are compared in their masked form (mask.py): "U牵头哪些措施". Features are words, runs of two
and pairs of them, weighted by rarity; the classifier is ridge regression in its dual form, exact and made in a
fraction of a second, so nothing is stored and a new file in the catalogue is understood at the next start.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np
import numpy.typing as npt

from queries.understand.words import tokens

_TOKEN = re.compile(r"[a-z]+|\S")
_PAIR = 0.5
"""Weight of a pair of words that need not stand together."""
_RIDGE = 0.3
_LIKENESS = 0.5
"""Share of the likest example in the score; the rest is the classifier's."""

Array = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Guess:
    """A class's name, how well it fits (1 is a question that is an example), and the likest example."""

    name: str
    score: float
    example: int


class Classifier:
    """Scores masked questions against classes of masked examples."""

    def __init__(self, examples: Mapping[str, Sequence[str]]) -> None:
        self.names = tuple(examples)
        texts = [text for name in self.names for text in examples[name]]
        owners = np.array([number for number, name in enumerate(self.names) for _ in examples[name]])
        bags = [features(text) for text in texts]
        frequency = Counter(feature for bag in bags for feature in bag)
        self._place = {feature: place for place, feature in enumerate(frequency)}
        self._rarity = {feature: _rarity(len(texts), count) for feature, count in frequency.items()}
        self._unseen = _rarity(len(texts), 0)
        matrix: Array = np.zeros((len(texts), len(self._place)), dtype=np.float32)
        for row, bag in enumerate(bags):
            places, weights, norm = self._weigh(bag)
            matrix[row, places] = weights / norm
        kernel = matrix @ matrix.T
        target = np.where(owners[:, None] == np.arange(len(self.names))[None, :], 1.0, 0.0).astype(np.float32)
        dual = np.linalg.solve(kernel + _RIDGE * np.eye(len(texts), dtype=np.float32), target)
        self._examples = matrix
        self._weights: Array = (matrix.T @ dual).astype(np.float32)
        self._owners = owners

    def guess(self, masked: str) -> list[Guess]:
        """Every class for a masked question, best first."""
        places, weights, norm = self._weigh(features(masked))
        values = weights / norm
        linear = values @ self._weights[places]
        likeness = self._examples[:, places] @ values
        guesses = []
        for number, name in enumerate(self.names):
            rows = np.flatnonzero(self._owners == number)
            best = int(rows[np.argmax(likeness[rows])])
            score = (1 - _LIKENESS) * float(linear[number]) + _LIKENESS * float(likeness[best])
            guesses.append(Guess(name, score, best - int(rows[0])))
        return sorted(guesses, key=lambda guess: -guess.score)

    @staticmethod
    def vocabulary(texts: Iterable[str]) -> frozenset[str]:
        """Pairs of neighbouring characters, and words of Latin letters, in the texts."""
        tokens = (_TOKEN.findall(text) for text in texts)
        return frozenset(
            word for row in tokens for word in (*(a + b for a, b in pairwise(row)), *(t for t in row if len(t) > 1))
        )

    def _weigh(self, bag: Mapping[str, float]) -> tuple[npt.NDArray[np.intp], Array, float]:
        """Places and weights of the features that examples have; the norm counts the unknown ones too, so that words which no
        example has make every example less alike."""
        seen = [
            (self._place[feature], count * self._rarity[feature])
            for feature, count in bag.items()
            if feature in self._place
        ]
        unseen = sum((count * self._unseen) ** 2 for feature, count in bag.items() if feature not in self._place)
        places = np.array([place for place, _ in seen], dtype=np.intp)
        weights = np.array([weight for _, weight in seen], dtype=np.float32)
        return places, weights, float(np.sqrt(np.square(weights).sum() + unseen)) or 1.0


def features(masked: str) -> Mapping[str, float]:
    """Words, runs of two, and pairs of words wherever they stand: a question may be turned round."""
    found = ["^", *tokens(masked), "$"]
    counted: Counter[str] = Counter([*found, *map(" ".join, pairwise(found))])
    pairs = {"&".join(pair): _PAIR for pair in combinations(sorted(set(found[1:-1])), 2)}
    return {**counted, **pairs}


def _rarity(examples: int, count: int) -> float:
    return float(np.log((1 + examples) / (1 + count)) + 1)
