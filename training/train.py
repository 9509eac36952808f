"""Train the pipeline that Brink ships, from a folder of treebanks, in one command.

    python training/train.py --treebanks ../treebanks --out trained
    python training/train.py --treebanks ../treebanks --out trained --from brink/code/pipeline/en_brink_news
    python training/train.py --treebanks ../treebanks --out trained --from trained-before --with-dev

Two stages: `start.cfg` from nothing at a steady rate, then `finish.cfg` on from there at a rate that falls
to zero. `--from` takes the first stage from a trained pipeline, and ends with the mean of its weights and the
new ones. Stages that are on disk are not done again; the best state by EWT and GUM dev is kept, or with
`--with-dev`, which trains on these too, the last. Afterwards the lemma tables of the shipped pipeline are put
in and the card is written.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "2")

import openblas  # noqa: F401  (changes how spaCy multiplies matrices)
import spacy
from assemble import assemble
from average import average
from corpora import write_corpora
from spacy import util
from spacy.training.initialize import init_nlp
from spacy.training.loop import train

HERE = Path(__file__).parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--treebanks", type=Path, required=True, help="folder with ewt/, gum/ and pud/")
    parser.add_argument("--out", type=Path, required=True, help="folder for corpora, states and the result")
    parser.add_argument(
        "--from", dest="begun", type=Path, help="a trained pipeline in place of the first stage"
    )
    parser.add_argument("--steps", type=int, default=6000, help="steps of the second stage")
    parser.add_argument(
        "--share", type=float, default=0.55, help="of the new weights in the mean with --from"
    )
    parser.add_argument(
        "--with-dev", action="store_true", help="train on EWT and GUM dev, keep the last state"
    )
    parser.add_argument("--seed", type=int, default=11, help="of the second stage")
    options = parser.parse_args()
    corpora = options.out / "corpora"
    if not (corpora / "pud-news.spacy").exists():
        write_corpora(options.treebanks, corpora, with_dev=options.with_dev)
    begun = options.begun or stage("start", options.out, corpora, {})
    finished = stage(
        "finish",
        options.out,
        corpora,
        {
            **{
                f"components.{name}.source": str(begun)
                for name in ("tok2vec", "tagger", "morphologizer", "parser")
            },
            "training.max_steps": options.steps,
            "training.optimizer.learn_rate.total_steps": options.steps,
            "system.seed": options.seed,
        },
        keep="model-last" if options.with_dev else "model-best",
    )
    if options.begun:
        finished = average(begun, finished, options.out / "between", share=options.share)
    assemble(finished, options.out / "en_brink_news", corpora)


def stage(
    name: str, out: Path, corpora: Path, changes: dict[str, object], *, keep: str = "model-best"
) -> Path:
    """The state to keep of one stage (`model-best` or `model-last`), trained if it is not there."""
    folder = out / name
    if (folder / "done").exists():
        return folder / keep
    paths = {"paths.train": str(corpora / "train.spacy"), "paths.dev": str(corpora / "choose.spacy")}
    config = util.load_config(HERE / f"{name}.cfg", overrides={**paths, **changes}, interpolate=False)
    spacy.util.fix_random_seed(config["system"]["seed"])
    nlp = init_nlp(config)
    folder.mkdir(parents=True, exist_ok=True)
    train(nlp, folder)
    (folder / "done").touch()
    return folder / keep


if __name__ == "__main__":
    main()
