package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sweep over all of MNIST, as shipped. Skipped where MNIST cannot be fetched. */
class MnistIT {

  @Test
  void sixteenTrialsOfASmallNetworkReachWhatItCan(@TempDir Path folder) throws Exception {
    Command.Ended fetched =
        Command.run(new ProcessBuilder(Command.ROOT.resolve("sweeps/data/fetch-mnist").toString()));
    assumeTrue(fetched.status() == 0, "skipped: MNIST cannot be fetched: " + fetched.err());

    Path out = folder.resolve("run");
    Command.Ended ended =
        Command.run(
            Command.launcher("run", "sweeps/mnist-coarse-to-fine.yaml", "--out", out.toString()));

    assertThat(ended.status()).as(ended.err()).isZero();
    Rows rows = Rows.of(out);
    assertThat(rows.size()).isEqualTo(16);
    // What a network 784-128-10 reaches with good settings and misses with careless ones.
    assertThat(rows.best("validation_accuracy")).isGreaterThanOrEqualTo(0.978);
  }
}
