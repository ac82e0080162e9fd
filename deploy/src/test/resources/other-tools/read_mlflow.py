"""FOLDER, with MLflow: the runs of the one experiment besides the default."""
import sys

import mlflow

from cells import show

client = mlflow.tracking.MlflowClient(tracking_uri=sys.argv[1])
experiments = [each for each in client.search_experiments() if each.name != "Default"]
assert len(experiments) == 1, experiments
for run in client.search_runs([experiments[0].experiment_id], max_results=1000):
    number = run.data.tags["sweep4j.trial"]
    for key, tag in run.data.tags.items():
        show(number, key.replace("sweep4j.", ""), tag)
    for key, parameter in run.data.params.items():
        show(number, key, parameter)
    for key, metric in run.data.metrics.items():
        if key.startswith("epoch_"):
            for each in client.get_metric_history(run.info.run_id, key):
                show(number, "epoch %d" % each.step, each.value)
        else:
            show(number, key, metric)
    show(number, "mlflow status", run.info.status)
