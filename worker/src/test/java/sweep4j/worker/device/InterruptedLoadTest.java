package sweep4j.worker.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A trial that is cancelled while the first trials of its process load native code must not leave a
 * process in which nothing can be computed any more: the winner's test score is yet to come.
 */
@Timeout(300)
class InterruptedLoadTest {

  /** A process loads native code once, so this takes one of its own. */
  static final class Interrupted {
    private Interrupted() {}

    public static void main(String[] arguments) {
      Thread.currentThread().interrupt();
      String device = NativeRuntime.ready().device();
      System.out.println(device + " " + Thread.interrupted());
    }
  }

  @Test
  void anInterruptedThreadLoadsNativeCodeAllTheSame() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Interrupted.class.getName())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said.lines()).last().isEqualTo("cpu true");
  }
}
