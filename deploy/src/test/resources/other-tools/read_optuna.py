"""FILE STUDY, with Optuna: its trials by their own numbers, and what its parts make of them."""
import sys
import warnings

warnings.simplefilter("ignore")

import optuna
from optuna.storages import JournalFileStorage, JournalStorage

from cells import show

optuna.logging.set_verbosity(optuna.logging.ERROR)
file, name = sys.argv[1:]
study = optuna.load_study(study_name=name, storage=JournalStorage(JournalFileStorage(file)))
for trial in study.trials:
    number = trial.user_attrs["trial"]
    for key, attribute in trial.user_attrs.items():
        show(number, key, attribute)
    for key, parameter in trial.params.items():
        show(number, key, parameter)
        show(number, "distribution of " + key, trial.distributions[key])
        assert trial.distributions[key]._contains(trial.distributions[key].to_internal_repr(parameter)), key
    show(number, "optuna state", trial.state.name)
    show(number, "optuna value", trial.value)
    show(number, "optuna start", trial.datetime_start)
    for epoch, score in sorted(trial.intermediate_values.items()):
        show(number, "epoch %d" % epoch, score)
show("study", "direction", study.direction.name)
show("study", "best", study.best_trial.user_attrs["trial"])
show("study", "facts", sorted(study.user_attrs))
# What samplers and pictures do with it: they read all trials, and draw another one.
study.sampler = optuna.samplers.TPESampler(seed=1, n_startup_trials=1)
study.ask(study.best_trial.distributions)
study.trials_dataframe()
