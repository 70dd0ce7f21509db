"""slovnet's Russian news model (natasha, MIT), run here: embeddings, three convolutions, the likeliest row of tags.

The numbers are slovnet's; the order of the work is not. The first layer, which takes most of the time, is computed
once for each distinct word of a passage, and nothing is copied into windows. The files are natasha's: a tar of arrays
with a description, and navec's quantised vectors, of which only the rows of words met are read into memory.
"""

import gzip
import importlib.util
import json
import tarfile
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from rashomon.annotate.names import atoms
from rashomon.lang.lines import SortedLines

Floats = NDArray[np.float32]
MODEL = "model/slovnet_ner_news_v1.tar"
VECTORS = "emb/navec_news_v1_1B_250K_300d_100q.tar"


class Layer(NamedTuple):
    """A convolution over three words: ``weight`` is (in, 3 x out) for the words before, at and after; then a norm."""

    weight: Floats
    bias: Floats
    scale: Floats
    shift: Floats


class Model(NamedTuple):
    """``rows``: vectors x parts, indexes into ``codes`` (parts x centroids flat, floats of a part). Tags as "B-PER"."""

    words: SortedLines
    unknown: int
    shapes: dict[str, int]
    rows: NDArray[np.uint8]
    codes: Floats
    first: Floats  # what each shape adds to the first layer
    layers: tuple[Layer, ...]
    head: tuple[Floats, Floats]
    transitions: Floats
    tags: tuple[str, ...]


def names(text: str) -> list[tuple[int, int, str]]:
    """(start, end, PER | LOC | ORG) of the names of a passage."""
    spans = atoms.words(text)
    if not spans:
        return []
    model = load()
    forms = [text[start:end] for start, end in spans]
    ids = np.array([_word(form) for form in forms])
    shapes = np.array([model.shapes[atoms.shape(form)] for form in forms])
    found: list[tuple[int, int, str]] = []
    for (start, end), tag in zip(spans, best(model.transitions, _emissions(model, ids, shapes)).tolist(), strict=True):
        part, _, kind = model.tags[tag].partition("-")
        if part == "B":
            found.append((start, end, kind))
            inside = True
        elif part == "O":
            inside = False
        elif part == "I" and found and inside:
            found[-1] = (found[-1][0], end, found[-1][2])
    return found


_KNOWN: dict[str, int] = {}


def _word(form: str) -> int:
    """The row of a word's vector."""
    found = _KNOWN.get(form)
    if found is None:
        model = load()
        row = model.words.number(form.lower().encode("utf-8", "replace"))
        found = model.unknown if row is None else row
        if len(_KNOWN) < 100_000:
            _KNOWN[form] = found
    return found


def _emissions(model: Model, ids: NDArray[np.int64], shapes: NDArray[np.int64]) -> Floats:
    """Scores of the tags: words x tags."""
    distinct, where = np.unique(ids, return_inverse=True)
    parts = model.rows.shape[1]
    codes = model.rows[distinct] + np.arange(0, parts * 256, 256)
    vectors = model.codes.take(codes.ravel(), axis=0).reshape(len(distinct), -1)
    layer, *others = model.layers
    taps = (vectors @ layer.weight)[where]
    taps += model.first[shapes]
    state = _layer(layer, taps)
    for layer in others:
        state = _layer(layer, state @ layer.weight)
    weight, bias = model.head
    scores: Floats = state @ weight + bias
    return scores


def _layer(layer: Layer, taps: Floats) -> Floats:
    """What three words give each word: ``taps`` holds their products side by side; beyond the ends is nothing."""
    size = len(layer.bias)
    state = taps[:, size : 2 * size] + layer.bias
    state[1:] += taps[:-1, :size]
    state[:-1] += taps[1:, 2 * size :]
    np.maximum(state, 0, out=state)
    state *= layer.scale
    state += layer.shift
    return state


def best(transitions: Floats, emissions: Floats) -> NDArray[np.int64]:
    """The likeliest tags of a row (Viterbi): steps are joined two by two, then the tags between are read off downwards.

    ``transitions``: tags x tags; ``emissions``: words x tags.
    """
    steps = transitions + emissions[1:, None, :]
    levels = []
    while len(steps) > 1:
        levels.append(steps)
        even = len(steps) // 2 * 2
        steps = np.concatenate((_through(steps[:even:2], steps[1:even:2]), steps[even:]))
    if not len(steps):
        return np.array([int(emissions[0].argmax())])
    tags = np.array(divmod(int((emissions[0][:, None] + steps[0]).argmax()), len(transitions)))
    for steps in reversed(levels):
        half = len(steps) // 2
        pairs = np.arange(half)
        ends = steps[: 2 * half : 2][pairs, tags[:half]], steps[1 : 2 * half : 2][pairs, :, tags[1 : half + 1]]
        wider = np.empty(len(steps) + 1, np.int64)
        wider[: 2 * half + 1 : 2], wider[1 : 2 * half : 2] = tags[: half + 1], (ends[0] + ends[1]).argmax(1)
        wider[-1] = tags[-1]
        tags = wider
    return tags


def _through(left: Floats, right: Floats) -> Floats:
    """The best scores from tag to tag over two steps."""
    found: Floats = left[:, :, :1] + right[:, :1, :]
    for tag in range(1, left.shape[1]):
        np.maximum(found, left[:, :, tag : tag + 1] + right[:, tag : tag + 1, :], out=found)
    return found


@cache
def load() -> Model:
    """The model from natasha's files, which is not imported. Raises ValueError where they are missing."""
    spec = importlib.util.find_spec("natasha")
    places = list(spec.submodule_search_locations or ()) if spec else []
    if not places:
        raise ValueError("the natasha package, which holds the Russian name model, is not installed")
    data = Path(places[0]) / "data"
    with tarfile.open(data / MODEL) as tar:
        files = {member.name: tar.extractfile(member).read() for member in tar if member.isfile()}  # type: ignore[union-attr]
    plan = json.loads(files["model.json"])
    if json.loads(files["meta.json"])["protocol"] != 1:
        raise ValueError(f"{MODEL}: a format of slovnet that is not known here")

    def array(weight: Any) -> Floats:
        found = np.frombuffer(files[f"arrays/{weight['array']}.bin"], weight["dtype"])
        return found.reshape(weight["shape"])

    vocabularies = {name: gzip.decompress(files[f"vocabs/{name}.gz"]) for name in ("word", "shape", "tag")}
    shapes, tags = (vocabularies[name].decode().splitlines() for name in ("shape", "tag"))
    *listed, unknown, _ = vocabularies["word"].rsplit(b"\n", 2)
    if unknown != b"<unk>":
        raise ValueError(f"{MODEL}: the words are not where slovnet puts them")
    rows, codes = _vectors(data / VECTORS)
    layers = [_convolution(layer, array) for layer in plan["encoder"]["layers"]]
    size = codes.shape[0] // 256 * codes.shape[1]  # of a word's vector; a shape's follows it
    words = SortedLines(listed[0])
    return Model(
        words=words,
        unknown=listed[0].count(b"\n") + 1,
        shapes={shape: n for n, shape in enumerate(shapes)},
        rows=rows,
        codes=codes,
        first=array(plan["emb"]["shape"]["weight"]) @ layers[0].weight[size:],
        layers=(layers[0]._replace(weight=layers[0].weight[:size].copy()), *layers[1:]),
        head=(array(plan["head"]["proj"]["weight"]), array(plan["head"]["proj"]["bias"])),
        transitions=array(plan["head"]["crf"]["transitions"]),
        tags=tuple(tags),
    )


def _convolution(layer: Any, array: Any) -> Layer:
    """slovnet keeps a weight as filters x inputs x words and norms with mean and deviation."""
    weight = array(layer["conv"]["weight"]).transpose(1, 2, 0)
    norm = {name: array(part) for name, part in layer["norm"].items()}
    scale = norm["weight"] / norm["std"]
    flat = np.ascontiguousarray(weight).reshape(weight.shape[0], -1)
    return Layer(flat, array(layer["conv"]["bias"]), scale, norm["bias"] - norm["mean"] * scale)


def _vectors(path: Path) -> tuple[NDArray[np.uint8], Floats]:
    """Rows of indexes, left in the file, and the codes they point to.

    navec's format: 4 x uint32 (vectors, dimensions, parts, centroids), uint8 indexes (vectors x parts), float32 codes
    (parts x centroids x rest).
    """
    with tarfile.open(path) as tar:
        at = tar.getmember("pq.bin").offset_data
    vectors, size, parts, centroids = (int(n) for n in np.fromfile(path, np.uint32, 4, offset=at))
    if centroids != 256:
        raise ValueError(f"{path.name}: 256 centroids expected, {centroids} found")
    rows = np.memmap(path, np.uint8, "r", at + 16, (vectors, parts))
    codes = np.fromfile(path, np.float32, centroids * size, offset=at + 16 + vectors * parts)
    return rows, codes.reshape(parts * centroids, -1)
