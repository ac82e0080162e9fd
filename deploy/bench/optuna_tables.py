#!/usr/bin/env python3
"""Optuna's TPE on the tables of learning curves that the laboratory has.

Prints CSV: problem,sampler,seed,trials,regret; regret is the lowest final loss of the first
`trials` trials less the table's lowest, for trials = 10, 20, ... .

    /usr/bin/python3 deploy/bench/optuna_tables.py --seeds 50 --trials 60 > optuna-tables.csv

Needs only optuna (3.x). Each parameter is suggested by the number of its level, because levels are
evenly spaced in the scale in which they were declared. A combination may come twice: Optuna's
samplers do not look for that.
"""

import argparse
import csv
import gzip
import math
import pathlib
import warnings

import optuna

CURVES = pathlib.Path(__file__).parent / "curves"
SECONDS = "seconds_per_epoch"

SAMPLERS = {
    "optuna-tpe": lambda seed: optuna.samplers.TPESampler(seed=seed),
    "optuna-tpe-multivariate": lambda seed: optuna.samplers.TPESampler(
        seed=seed, multivariate=True
    ),
    "optuna-random": lambda seed: optuna.samplers.RandomSampler(seed=seed),
}


class Table:
    """The final loss of each combination of levels."""

    def __init__(self, name):
        with gzip.open(CURVES / f"{name}.csv.gz", "rt", encoding="utf-8") as lines:
            header, *rows = csv.reader(lines)
        self.names = header[: header.index(SECONDS)]
        columns = range(len(self.names))
        self.levels = [sorted({float(row[column]) for row in rows}) for column in columns]
        self.losses = {
            tuple(self.levels[column].index(float(row[column])) for column in columns): final(
                row[len(self.names) + 1 :]
            )
            for row in rows
        }

    def __call__(self, trial):
        return self.losses[
            tuple(
                trial.suggest_int(name, 0, len(levels) - 1)
                for name, levels in zip(self.names, self.levels)
            )
        ]


def final(losses):
    """The lowest loss of a whole curve; infinite if it diverged, so that its last cell is empty."""
    return min(map(float, losses)) if losses[-1] else math.inf


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    tables = sorted(path.name.removesuffix(".csv.gz") for path in CURVES.glob("*.csv.gz"))
    parser.add_argument("--seeds", type=int, default=50, help="seeds 1 to SEEDS (50)")
    parser.add_argument("--trials", type=int, default=60, help="trials of each study (60)")
    parser.add_argument("--problems", nargs="+", choices=tables, default=tables)
    parser.add_argument("--samplers", nargs="+", choices=SAMPLERS, default=list(SAMPLERS)[:2])
    arguments = parser.parse_args()
    warnings.simplefilter("ignore", optuna.exceptions.ExperimentalWarning)
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    print("problem,sampler,seed,trials,regret")
    for problem in arguments.problems:
        table = Table(problem)
        optimum = min(table.losses.values())
        for sampler in arguments.samplers:
            for seed in range(1, arguments.seeds + 1):
                study = optuna.create_study(sampler=SAMPLERS[sampler](seed))
                study.optimize(table, n_trials=arguments.trials)
                costs = [trial.value for trial in study.trials]
                for trials in range(10, arguments.trials + 1, 10):
                    print(f"{problem},{sampler},{seed},{trials},{min(costs[:trials]) - optimum}")


if __name__ == "__main__":
    main()
