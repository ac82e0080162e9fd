"""Trains a given list of configurations on MNIST with Optuna and PyTorch, one thread in each process.

usage: same_trials.py DATA_DIR --configs FILE.csv --hidden 300 100 [--cnn 16 32] [--epochs 5] [--patience 3]
           [--workers 2] [--val 10000]
DATA_DIR holds MNIST's training files, the last VAL of whose rows are for validation. The list has columns
learningRate, lambda, dropout, batchSize. --cnn puts a block of 3x3 convolution, ReLU and 2x2 max pooling for each
number of filters before the dense layers. Prints a JSON object: wall_s, finished (trials), epochs (their sum),
train_s (sum over trials), best_val_acc (of the weights that early stopping keeps), parameters (of the network).
"""

import argparse
import copy
import csv
import json
import multiprocessing
import os
import tempfile
import time
import warnings

os.environ["OMP_NUM_THREADS"] = "1"

import numpy
import optuna
import torch

STUDY = "same-trials"
EVALUATION_ROWS = 1000
BATCH_SIZES = [32, 64, 128, 256]


def load(folder, held):
    pixels = numpy.fromfile(f"{folder}/train-images-idx3-ubyte", dtype=numpy.uint8)[16:]
    labels = numpy.fromfile(f"{folder}/train-labels-idx1-ubyte", dtype=numpy.uint8)[8:]
    images = torch.from_numpy(pixels.reshape(-1, 784).astype(numpy.float32) / 255)
    classes = torch.from_numpy(labels.astype(numpy.int64))
    return (images[:-held], classes[:-held]), (images[-held:], classes[-held:])


def network(options, dropout):
    """As sweep4j has it, dropout stands behind each hidden layer and each block of convolutions."""
    layers, width = [], 784
    if options.cnn:
        layers.append(torch.nn.Unflatten(1, (1, 28, 28)))
        channels, side = 1, 28
        for filters in options.cnn:
            layers += [
                torch.nn.Conv2d(channels, filters, 3, padding="same"),
                torch.nn.ReLU(),
                torch.nn.MaxPool2d(2),
                torch.nn.Dropout(dropout),
            ]
            channels, side = filters, side // 2
        layers.append(torch.nn.Flatten())
        width = channels * side * side
    for units in options.hidden:
        layers += [torch.nn.Linear(width, units), torch.nn.ReLU(), torch.nn.Dropout(dropout)]
        width = units
    return torch.nn.Sequential(*layers, torch.nn.Linear(width, 10))


def adam(net, rate, penalty):
    """The penalty is lambda times the sum of squared weights; biases have none."""
    weights = [value for name, value in net.named_parameters() if name.endswith("weight")]
    biases = [value for name, value in net.named_parameters() if name.endswith("bias")]
    return torch.optim.Adam(
        [{"params": weights, "weight_decay": 2 * penalty}, {"params": biases}], lr=rate
    )


def evaluate(net, images, classes):
    net.eval()
    loss, right = 0.0, 0
    with torch.no_grad():
        for part, answers in zip(images.split(EVALUATION_ROWS), classes.split(EVALUATION_ROWS)):
            outputs = net(part)
            loss += torch.nn.functional.cross_entropy(outputs, answers, reduction="sum").item()
            right += (outputs.argmax(1) == answers).sum().item()
    return loss / len(images), right / len(images)


def train(options, data, rate, penalty, dropout, batch, seed):
    """The validation accuracy of the epoch with the lowest loss, and how many epochs there were."""
    (images, classes), held = data
    torch.manual_seed(seed)
    net = network(options, dropout)
    updater = adam(net, rate, penalty)
    loss_of = torch.nn.CrossEntropyLoss()
    best = (float("inf"), 0.0)
    weights, best_epoch = None, 0
    for epoch in range(1, options.epochs + 1):
        net.train()
        for rows in torch.randperm(len(images)).split(batch):
            updater.zero_grad()
            loss_of(net(images[rows]), classes[rows]).backward()
            updater.step()
        score = evaluate(net, *held)
        if score[0] < best[0]:
            best, best_epoch, weights = score, epoch, copy.deepcopy(net.state_dict())
        elif epoch - best_epoch >= options.patience:
            break
    if weights is not None:
        net.load_state_dict(weights)
    return best[1], epoch


def storage(journal):
    return optuna.storages.JournalStorage(optuna.storages.JournalFileStorage(journal))


def work(options, count, journal, ended):
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    data = load(options.data, options.val)
    study = optuna.load_study(study_name=STUDY, storage=storage(journal))

    def objective(trial):
        if trial.number >= count:
            # Both have asked for the last of the list; this one came second.
            study.stop()
            raise optuna.TrialPruned
        begun = time.monotonic()
        accuracy, epochs = train(
            options,
            data,
            trial.suggest_float("learningRate", 1e-4, 1e-2, log=True),
            trial.suggest_float("lambda", 1e-7, 1e-4, log=True),
            trial.suggest_float("dropout", 0.0, 0.5),
            trial.suggest_categorical("batchSize", BATCH_SIZES),
            seed=trial.number,
        )
        ended.put((accuracy, epochs, time.monotonic() - begun))
        return accuracy

    try:
        study.optimize(objective)
    finally:
        ended.put(None)


def configurations(file):
    with open(file, newline="", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            values = {name: float(value) for name, value in row.items()}
            yield values | {"batchSize": int(row["batchSize"])}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data")
    parser.add_argument("--configs", required=True)
    parser.add_argument("--hidden", type=int, nargs="+", required=True)
    parser.add_argument("--cnn", type=int, nargs="*", default=[])
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--patience", type=int, default=3)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--val", type=int, default=10000)
    options = parser.parse_args()
    begun = time.monotonic()
    warnings.simplefilter("ignore", optuna.exceptions.ExperimentalWarning)
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    listed = list(configurations(options.configs))
    with tempfile.TemporaryDirectory() as folder:
        journal = os.path.join(folder, "journal.log")
        study = optuna.create_study(study_name=STUDY, storage=storage(journal), direction="maximize")
        for values in listed:
            study.enqueue_trial(values)
        ended = multiprocessing.Queue()
        workers = [
            multiprocessing.Process(target=work, args=(options, len(listed), journal, ended))
            for _ in range(options.workers)
        ]
        for worker in workers:
            worker.start()
        trials = [trial for _ in workers for trial in iter(ended.get, None)]
        for worker in workers:
            worker.join()
    if len(trials) < len(listed):
        raise SystemExit(f"same_trials.py: only {len(trials)} of {len(listed)} trials ended well")
    print(
        json.dumps(
            {
                "wall_s": round(time.monotonic() - begun, 2),
                "finished": len(trials),
                "epochs": sum(epochs for _, epochs, _ in trials),
                "train_s": round(sum(seconds for _, _, seconds in trials), 2),
                "best_val_acc": round(max(accuracy for accuracy, _, _ in trials), 4),
                "parameters": sum(value.numel() for value in network(options, 0.0).parameters()),
            }
        )
    )


if __name__ == "__main__":
    main()
