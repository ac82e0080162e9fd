package sweep4j.driver.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.search.SearchMethod;
import sweep4j.driver.space.Parameter;
import sweep4j.trial.DataParallel;
import sweep4j.trial.DataSettings;
import sweep4j.trial.Delivery;
import sweep4j.trial.Group;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Limits;
import sweep4j.trial.ModelType;
import sweep4j.trial.OwnNetwork;
import sweep4j.trial.RefitPlan;
import sweep4j.trial.Resources;
import sweep4j.trial.Sha256;
import sweep4j.trial.Workload;

/**
 * Writes a sweep as understood: a sweep file with every default written out and every path
 * absolute. {@link SweepFileReader} reads the same definition from it, wherever the file lies.
 */
public final class SweepFileWriter {
  private final StringBuilder out = new StringBuilder();

  private SweepFileWriter() {}

  /** The text of the sweep file. */
  public static String write(SweepDefinition sweep) {
    var writer = new SweepFileWriter();
    writer.line("# The sweep as sweep4j understood it, every default written out.");
    writer.entry(Key.NAME, YamlText.of(sweep.name()));
    writer.entry(Key.SEED, String.valueOf(sweep.seed()));
    writer.data(sweep.data(), sweep.delivery());
    writer.model(sweep.workload());
    writer.training(sweep.workload());
    writer.augmentation(sweep.workload());
    writer.metric(sweep.workload());
    writer.search(sweep.search());
    writer.confirm(sweep.confirm());
    writer.ensemble(sweep.ensemble());
    writer.test(sweep.test());
    writer.refit(sweep.refit());
    writer.parameters(sweep.space().parameters());
    writer.limits(sweep.limits());
    writer.resources(sweep.resources());
    return writer.out.toString();
  }

  private void data(DataSettings data, Delivery delivery) {
    section(Key.DATA);
    DataText.of(data, delivery).forEach(this::entry);
  }

  private void model(Workload workload) {
    section(Key.MODEL);
    entry(Key.MODEL_TYPE, workload.model().key());
    if (workload.model() instanceof ModelType.Resnet resnet) {
      entry(Key.MODEL_BLOCK, Choice.name(resnet.block()));
    } else if (workload.model() instanceof ModelType.Dl4j dl4j) {
      // A run that goes on compares these lines, and so finds a file that has changed.
      String hash = "  # its SHA-256: " + Sha256.of(dl4j.json().getBytes(UTF_8));
      entry(Key.MODEL_CONFIGURATION, YamlText.of(dl4j.location()) + hash);
    } else if (workload.model() instanceof OwnNetwork own) {
      entry(Key.MODEL_FACTORY, YamlText.of(own.factory()));
      entry(Key.MODEL_DECLARES, DeclarationText.of(own));
      entry(Key.MODEL_USES, DeclarationText.uses(own));
    }
    fixed(workload, Group.MODEL);
  }

  private void training(Workload workload) {
    section(Key.TRAINING);
    fixed(workload, Group.TRAINING);
    entry(Key.TRAINING_MAX_EPOCHS, String.valueOf(workload.maxEpochs()));
    entry(Key.TRAINING_EARLY_STOPPING, EarlyStoppingSection.text(workload.earlyStopping()));
    entry(Key.TRAINING_GRADIENT_NORMS, String.valueOf(workload.gradientNorms()));
    DataParallel how = workload.dataParallel();
    // Not the default, which runs of before know nothing of that go on.
    if (how != null) {
      entry(Key.TRAINING_MODE, ParallelSection.text(how));
      entry(Key.TRAINING_WORKERS, String.valueOf(how.workers()));
      entry(Key.TRAINING_AVERAGING_FREQUENCY, String.valueOf(how.averagingFrequency()));
    }
  }

  private void augmentation(Workload workload) {
    if (workload.fixed().set().keySet().stream()
        .anyMatch(each -> each.group() == Group.AUGMENTATION)) {
      section(Key.AUGMENTATION);
      fixed(workload, Group.AUGMENTATION);
    }
  }

  private void fixed(Workload workload, Group group) {
    workload
        .fixed()
        .set()
        .forEach(
            (each, value) -> {
              if (each.group() == group) {
                line("  " + each.key() + ": " + YamlText.of(value));
              }
            });
  }

  private void metric(Workload workload) {
    section(Key.METRIC);
    entry(Key.METRIC_NAME, workload.metric().key());
    entry(Key.METRIC_GOAL, Choice.name(workload.metric().goal()));
  }

  private void search(SearchPlan search) {
    section(Key.SEARCH);
    entry(Key.SEARCH_METHOD, Choice.name(MethodName.of(search.method())));
    entry(Key.SEARCH_MAX_TRIALS, String.valueOf(search.maxTrials()));
    if (search.method() instanceof SearchMethod.CoarseToFine coarseToFine) {
      entry(Key.SEARCH_ROUNDS, String.valueOf(coarseToFine.rounds()));
      entry(Key.SEARCH_KEEP, String.valueOf(coarseToFine.keep()));
      entry(Key.SEARCH_SHRINK, String.valueOf(coarseToFine.shrink()));
      entry(Key.SEARCH_EXPAND, String.valueOf(coarseToFine.expand()));
    } else if (search.method() instanceof SearchMethod.Tpe tpe) {
      entry(Key.SEARCH_STARTUP_TRIALS, String.valueOf(tpe.startupTrials()));
    } else if (search.method() instanceof SearchMethod.Gp gp) {
      entry(Key.SEARCH_STARTUP_TRIALS, String.valueOf(gp.startupTrials()));
    }
    entry(Key.SEARCH_PRUNER, PrunerText.of(search.pruning()));
    if (!search.tryFirst().isEmpty()) {
      entry(
          Key.SEARCH_TRY_FIRST,
          search.tryFirst().stream()
              .map(SweepFileWriter::configuration)
              .collect(joining(", ", "[", "]")));
    }
    if (!search.warmStart().isEmpty()) {
      entry(Key.SEARCH_WARM_START, YamlText.of(search.warmStart()));
    }
  }

  private static String configuration(Hyperparameters hyperparameters) {
    return hyperparameters.set().entrySet().stream()
        .map(each -> each.getKey().key() + ": " + YamlText.of(each.getValue()))
        .collect(joining(", ", "{", "}"));
  }

  private void confirm(@Nullable ConfirmPlan confirm) {
    if (confirm == null) {
      return;
    }
    section(Key.CONFIRM);
    entry(Key.CONFIRM_TOP, String.valueOf(confirm.top()));
    entry(Key.CONFIRM_REPEATS, String.valueOf(confirm.repeats()));
    if (confirm.folds() != null) {
      entry(Key.CONFIRM_FOLDS, String.valueOf(confirm.folds()));
    }
  }

  private void ensemble(EnsemblePlan ensemble) {
    if (ensemble.wanted()) {
      section(Key.ENSEMBLE);
      entry(Key.ENSEMBLE_TOP, String.valueOf(ensemble.top()));
    }
  }

  private void test(TestPlan test) {
    // Not the default, which runs of before know nothing of that go on.
    if (test.top() > 1) {
      section(Key.TEST);
      entry(Key.TEST_TOP, String.valueOf(test.top()));
    }
  }

  private void refit(@Nullable RefitPlan refit) {
    if (refit == null) {
      return;
    }
    section(Key.REFIT);
    entry(Key.REFIT_ON, refit.rows().key());
    DataParallel how = refit.dataParallel();
    entry(Key.REFIT_MODE, ParallelSection.text(how));
    if (how != null) {
      entry(Key.REFIT_WORKERS, String.valueOf(how.workers()));
      entry(Key.REFIT_AVERAGING_FREQUENCY, String.valueOf(how.averagingFrequency()));
      entry(Key.REFIT_COMPARE, String.valueOf(refit.compare()));
    }
  }

  private void parameters(List<Parameter> parameters) {
    section(Key.PARAMETERS);
    for (Parameter parameter : parameters) {
      line("  " + parameter.name() + ": " + ParameterText.of(parameter));
    }
  }

  private void limits(Limits limits) {
    section(Key.LIMITS);
    LimitsSection.text(limits).forEach(this::entry);
  }

  private void resources(Resources resources) {
    section(Key.RESOURCES);
    entry(Key.RESOURCES_GPU, ResourcesSection.text(resources));
  }

  private void section(Key key) {
    line("");
    line(key.leaf() + ":");
  }

  private void entry(Key key, String value) {
    line("  ".repeat(key.depth()) + key.leaf() + ": " + value);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
