package sweep4j.worker.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class DeviceTest {

  /** A row that said gpu of a trial that never saw one would be believed. */
  @Test
  void saysWhatATrialComputedOnAndWhatItWasGiven() {
    assertThat(Device.none().inWords(false)).isEqualTo("cpu");
    assertThat(Device.gpu("1").inWords(false)).isEqualTo("cpu (gpu:1)");
    assertThat(Device.gpu("1").inWords(true)).isEqualTo("gpu:1");
  }

  /** A thread that trains for one task after another must not keep the first one's GPU. */
  @Test
  void aThreadIsAttachedToTheLastThatItWasGivenAndToNobodyElses() throws Exception {
    NativeRuntime.attach(Device.gpu("3"));
    assertThat(NativeRuntime.ready().device()).isEqualTo("cpu (gpu:3)");
    var other = new FutureTask<>(() -> NativeRuntime.ready().device());
    var thread = new Thread(other);
    thread.start();
    assertThat(other.get()).isEqualTo("cpu");
    thread.join();

    NativeRuntime.attach(Device.none());

    assertThat(NativeRuntime.ready().device()).isEqualTo("cpu");
  }
}
