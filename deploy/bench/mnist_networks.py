"""Trains one network on MNIST with PyTorch, as deploy/bench/mnist-networks has sweep4j train it.

usage: mnist_networks.py TRAIN_FOLDER VALIDATION_FOLDER --hidden 300 100 --epochs 15 --batch 32 --rate 0.1
           [--updater sgd|adam] [--batch-norm] [--dropout P] [--lambda L] [--seed N]
Each folder holds `images` and `labels`, IDX files. Prints the validation accuracy of the best epoch, the
training accuracy of the same weights, that epoch, and the seconds that training took.
"""

import argparse
import os
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
import torch


def load(folder):
    images = np.fromfile(f"{folder}/images", dtype=np.uint8)[16:].reshape(-1, 784)
    labels = np.fromfile(f"{folder}/labels", dtype=np.uint8)[8:]
    return torch.from_numpy(images.astype(np.float32) / 255), torch.from_numpy(labels.astype(np.int64))


def network(options):
    layers, width = [], 784
    for units in options.hidden:
        layers.append(torch.nn.Linear(width, units, bias=not options.batch_norm))
        if options.batch_norm:
            layers.append(torch.nn.BatchNorm1d(units))
        layers.append(torch.nn.ReLU())
        if options.dropout > 0:
            layers.append(torch.nn.Dropout(options.dropout))
        width = units
    return torch.nn.Sequential(*layers, torch.nn.Linear(width, 10))


def penalized(net):
    """Weights of linear layers; biases and batch normalization's own are left out, as sweep4j does."""
    return [layer.weight for layer in net if isinstance(layer, torch.nn.Linear)]


def accuracy(net, images, labels):
    net.eval()
    with torch.no_grad():
        right = sum(
            (net(images[i : i + 5000]).argmax(1) == labels[i : i + 5000]).sum().item()
            for i in range(0, len(images), 5000)
        )
    return right / len(images)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("train")
    parser.add_argument("validation")
    parser.add_argument("--hidden", type=int, nargs="+", required=True)
    parser.add_argument("--epochs", type=int, required=True)
    parser.add_argument("--batch", type=int, required=True)
    parser.add_argument("--rate", type=float, required=True)
    parser.add_argument("--updater", choices=["sgd", "adam"], default="adam")
    parser.add_argument("--batch-norm", action="store_true")
    parser.add_argument("--dropout", type=float, default=0.0)
    parser.add_argument("--lambda", dest="penalty", type=float, default=0.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()

    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.manual_seed(options.seed)
    images, labels = load(options.train)
    held_images, held_labels = load(options.validation)
    net = network(options)
    weights = penalized(net)
    step = torch.optim.SGD if options.updater == "sgd" else torch.optim.Adam
    updater = step(net.parameters(), lr=options.rate)
    loss_of = torch.nn.CrossEntropyLoss()
    best, training, best_epoch, seconds = 0.0, 0.0, 0, 0.0
    for epoch in range(1, options.epochs + 1):
        start = time.monotonic()
        net.train()
        order = torch.randperm(len(images))
        for first in range(0, len(images), options.batch):
            rows = order[first : first + options.batch]
            updater.zero_grad()
            loss = loss_of(net(images[rows]), labels[rows])
            if options.penalty > 0:
                loss = loss + options.penalty * sum((w * w).sum() for w in weights)
            loss.backward()
            updater.step()
        seconds += time.monotonic() - start
        held = accuracy(net, held_images, held_labels)
        if held > best:
            best, best_epoch = held, epoch
            training = accuracy(net, images, labels)
    print(f"{best:.4f} {training:.4f} {best_epoch} {seconds:.0f}")


main()
