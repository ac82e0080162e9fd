#!/usr/bin/env python3
"""Optuna's TPE on the test functions that sweep4j's samplers are measured on.

Prints CSV: problem,sampler,seed,trials,regret; regret is the lowest cost of the first
`trials` trials less the function's optimum, for trials = 10, 20, ... .

    /usr/bin/python3 deploy/bench/optuna_functions.py --seeds 50 --trials 100 > optuna.csv

Needs only optuna (3.x). One process, one thread, each trial suggested when all before it have
ended: the easiest case for a sampler. Seeds are 1, 2, ...
"""

import argparse
import math
import sys
import time
import warnings

import optuna

HARTMANN_ALPHA = [1.0, 1.2, 3.0, 3.2]
HARTMANN_A = [
    [10, 3, 17, 3.5, 1.7, 8],
    [0.05, 10, 17, 0.1, 8, 14],
    [3, 3.5, 1.7, 10, 17, 8],
    [17, 8, 0.05, 10, 0.1, 14],
]
HARTMANN_P = [
    [0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886],
    [0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991],
    [0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650],
    [0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381],
]


def branin(trial):
    x1 = trial.suggest_float("x1", -5.0, 10.0)
    x2 = trial.suggest_float("x2", 0.0, 15.0)
    bowl = x2 - 5.1 / (4 * math.pi**2) * x1**2 + 5 / math.pi * x1 - 6
    return bowl**2 + 10 * (1 - 1 / (8 * math.pi)) * math.cos(x1) + 10


def hartmann6(trial):
    x = [trial.suggest_float(f"x{d}", 0.0, 1.0) for d in range(6)]
    return -sum(
        alpha * math.exp(-sum(a[d] * (x[d] - p[d]) ** 2 for d in range(6)))
        for alpha, a, p in zip(HARTMANN_ALPHA, HARTMANN_A, HARTMANN_P)
    )


def valley(trial):
    p = math.log10(trial.suggest_float("learning_rate", 1e-6, 1.0, log=True))
    q = math.log10(trial.suggest_float("lambda", 1e-8, 1e-1, log=True))
    d = trial.suggest_float("dropout", 0.0, 0.6)
    return (
        1.5 * (p + 2.7 + 0.25 * (q + 4)) ** 2 + 0.1 * (q + 4.6) ** 2 + 2 * (d - 0.15) ** 2
    )


MIXED_BEST = {"sgd": -0.8, "nesterovs": -1.4, "adam": -2.8, "rmsprop": -3.0}
MIXED_PENALTY = {"sgd": 0.35, "nesterovs": 0.12, "adam": 0.0, "rmsprop": 0.1}


def mixed(trial):
    rate = math.log10(trial.suggest_float("learning_rate", 1e-5, 1.0, log=True))
    dropout = trial.suggest_float("dropout", 0.0, 0.8)
    batch = trial.suggest_categorical("batch_size", [16, 32, 64, 128])
    updater = trial.suggest_categorical("updater", list(MIXED_BEST))
    hidden = trial.suggest_int("hidden_units", 8, 512, log=True)
    return (
        0.6 * (rate - MIXED_BEST[updater]) ** 2
        + 3 * (dropout - 0.25) ** 2
        + 0.15 * abs(math.log2(batch) - 5)
        + MIXED_PENALTY[updater]
        + 0.08 * (math.log2(hidden) - 6.5) ** 2
    )


PROBLEMS = {
    "branin": (branin, 0.397887357729739),
    "hartmann6": (hartmann6, -3.32236801141551),
    "valley": (valley, 0.0),
    "mixed": (mixed, min(0.08 * (math.log2(n) - 6.5) ** 2 for n in range(8, 513))),
}

SAMPLERS = {
    "optuna-tpe": lambda seed: optuna.samplers.TPESampler(seed=seed),
    "optuna-tpe-multivariate": lambda seed: optuna.samplers.TPESampler(
        seed=seed, multivariate=True
    ),
    "optuna-random": lambda seed: optuna.samplers.RandomSampler(seed=seed),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=50, help="seeds 1 to SEEDS (50)")
    parser.add_argument("--trials", type=int, default=100, help="trials of each study (100)")
    parser.add_argument("--problems", nargs="+", choices=PROBLEMS, default=list(PROBLEMS))
    parser.add_argument("--samplers", nargs="+", choices=SAMPLERS, default=list(SAMPLERS)[:2])
    arguments = parser.parse_args()
    warnings.simplefilter("ignore", optuna.exceptions.ExperimentalWarning)
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    print("problem,sampler,seed,trials,regret")
    for problem in arguments.problems:
        function, optimum = PROBLEMS[problem]
        for sampler in arguments.samplers:
            begun = time.perf_counter()
            for seed in range(1, arguments.seeds + 1):
                study = optuna.create_study(sampler=SAMPLERS[sampler](seed))
                study.optimize(function, n_trials=arguments.trials)
                costs = [trial.value for trial in study.trials]
                for trials in range(10, arguments.trials + 1, 10):
                    print(f"{problem},{sampler},{seed},{trials},{min(costs[:trials]) - optimum}")
            seconds = (time.perf_counter() - begun) / (arguments.seeds * arguments.trials)
            print(f"{problem} {sampler}: {seconds * 1e3:.1f} ms a trial", file=sys.stderr)


if __name__ == "__main__":
    main()
