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
from scipy.linalg import solve  # type: ignore[import-untyped]
from scipy.sparse import csr_array  # type: ignore[import-untyped]

from queries.understand.wording.words import tokens

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
        bags = [features(text) for name in self.names for text in examples[name]]
        counts = np.array([len(examples[name]) for name in self.names])
        frequency = Counter(feature for bag in bags for feature in bag)
        self._place = {feature: place for place, feature in enumerate(frequency)}
        self._rarity = {feature: _rarity(len(bags), count) for feature, count in frequency.items()}
        self._unseen = _rarity(len(bags), 0)
        rows = [self._weigh(bag) for bag in bags]
        pointers = np.cumsum([0, *(len(places) for places, _ in rows)])
        matrix = csr_array(
            (np.concatenate([v for _, v in rows]), np.concatenate([p for p, _ in rows]), pointers),
            shape=(len(bags), len(self._place)),
        )
        kernel = (matrix @ matrix.T).toarray()
        kernel[np.diag_indices_from(kernel)] += _RIDGE
        owners = np.repeat(np.arange(len(self.names)), counts)
        target = (owners[:, None] == np.arange(len(self.names))).astype(np.float32)
        dual = solve(kernel, target, assume_a="pos", overwrite_a=True, overwrite_b=True, check_finite=False)
        self._weights: Array = matrix.T @ dual
        self._features = csr_array(matrix.T)
        self._first = np.cumsum([0, *counts[:-1]])

    def guess(self, masked: str) -> list[Guess]:
        """Every class for a masked question, best first."""
        places, values = self._weigh(features(masked))
        linear = values @ self._weights[places]
        likeness = values @ self._features[places]
        best = np.maximum.reduceat(likeness, self._first)
        scores = (1 - _LIKENESS) * linear + _LIKENESS * best
        order = np.argsort(-scores, kind="stable")
        return [Guess(self.names[at], float(scores[at]), self._likest(likeness, at)) for at in order]

    def _likest(self, likeness: Array, at: int) -> int:
        after = self._first[at + 1] if at + 1 < len(self._first) else len(likeness)
        return int(np.argmax(likeness[self._first[at] : after]))

    @staticmethod
    def vocabulary(texts: Iterable[str]) -> frozenset[str]:
        """Pairs of neighbouring characters, and words of Latin letters, in the texts."""
        tokens = (_TOKEN.findall(text) for text in texts)
        return frozenset(
            word for row in tokens for word in (*(a + b for a, b in pairwise(row)), *(t for t in row if len(t) > 1))
        )

    def _weigh(self, bag: Mapping[str, float]) -> tuple[npt.NDArray[np.intp], Array]:
        """Places and weights of the features that examples have, of length 1 with the unknown ones counted in: words that no
        example has make every example less alike."""
        seen = [
            (self._place[feature], count * self._rarity[feature])
            for feature, count in bag.items()
            if feature in self._place
        ]
        unseen = sum((count * self._unseen) ** 2 for feature, count in bag.items() if feature not in self._place)
        places = np.array([place for place, _ in seen], dtype=np.intp)
        weights = np.array([weight for _, weight in seen], dtype=np.float32)
        norm = float(np.sqrt(np.square(weights).sum() + unseen)) or 1.0
        return places, weights / np.float32(norm)


def features(masked: str) -> Mapping[str, float]:
    """Words, runs of two, and pairs of words wherever they stand: a question may be turned round."""
    found = ["^", *tokens(masked), "$"]
    counted: Counter[str] = Counter([*found, *map(" ".join, pairwise(found))])
    pairs = {"&".join(pair): _PAIR for pair in combinations(sorted(set(found[1:-1])), 2)}
    return {**counted, **pairs}


def _rarity(examples: int, count: int) -> float:
    return float(np.log((1 + examples) / (1 + count)) + 1)
