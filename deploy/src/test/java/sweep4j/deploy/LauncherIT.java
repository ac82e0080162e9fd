package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher with a cluster's master. Prevents a run that leaves out the cluster's settings,
 * those for encryption among them: spark-submit reads them, and Spark within a JVM of ours does
 * not.
 */
class LauncherIT {

  private static final String[] RUN = {"run", "sweeps/digits-random.yaml", "--master=yarn"};

  @TempDir Path folder;

  /** An installation of Spark that only tells how it was called. */
  private Path installation() throws Exception {
    Path submit = Files.createDirectories(folder.resolve("a spark/bin")).resolve("spark-submit");
    Files.writeString(
        submit, "#!/bin/sh\nprintf '<%s>' \"$@\" \"SPARK_SUBMIT_OPTS=$SPARK_SUBMIT_OPTS\"\n");
    Files.setPosixFilePermissions(submit, PosixFilePermissions.fromString("rwxr-xr-x"));
    return folder.resolve("a spark");
  }

  @Test
  void handsOverToTheInstallationsSparkSubmit() throws Exception {
    ProcessBuilder launcher = Command.launcher(RUN);
    launcher.environment().put("SPARK_HOME", installation().toString());
    launcher.environment().put("SWEEP_JAVA_OPTIONS", "-Xmx3g -Dmy.own=1");
    Command.Ended run = Command.run(launcher);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith(
            "<--driver-memory><3g><--master><yarn><--class><sweep4j.driver.cli.Sweep><%s>"
                .formatted(Command.ROOT.resolve("driver/target/sweep4j-driver.jar")))
        .contains("<run><sweeps/digits-random.yaml><--master=yarn>")
        .contains("log4j2.properties", "-Dmy.own=1");
  }

  @Test
  void saysThatAnInstallationIsMissing() throws Exception {
    Command.Ended none = Command.run(Command.launcher(RUN));
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err())
        .contains("master 'yarn' needs an installation of Spark 3.5")
        .contains("set SPARK_HOME");

    ProcessBuilder launcher = Command.launcher(RUN);
    launcher.environment().put("SPARK_HOME", folder.toString());
    Command.Ended wrong = Command.run(launcher);
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains("there is no bin/spark-submit in SPARK_HOME=" + folder);
  }
}
