package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A standalone cluster of real processes on the loopback: Spark's own master, and workers that come
 * and go as a test wants it. What it started ends when it is closed.
 */
final class StandaloneCluster implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /**
   * A machine of the cluster.
   *
   * @param process of the worker; its executors are its descendants
   * @param log what it has said
   */
  record Worker(Process process, Path log) {

    List<ProcessHandle> executors() {
      return process
          .descendants()
          .filter(each -> commandLine(each).contains("CoarseGrainedExecutorBackend"))
          .toList();
    }

    /** Announces that the machine will go away, as an operator or a spot market would. */
    void decommission() throws Exception {
      String pid = Long.toString(process.pid());
      assertThat(new ProcessBuilder("kill", "-PWR", pid).start().waitFor()).isZero();
    }

    /** The machine goes away in the midst of its work, and all that runs there with it. */
    void kill() {
      endAll(process);
    }
  }

  private final Path folder;
  private final Path settings;
  private final List<Process> started = new ArrayList<>();
  private final List<Worker> workers = new ArrayList<>();
  private final String master;

  private StandaloneCluster(Path folder, Path settings, String master) {
    this.folder = folder;
    this.settings = settings;
    this.master = master;
  }

  /**
   * Starts a master without workers.
   *
   * @param folder for logs and the workers' files
   * @param settings a file like {@code spark-defaults.conf}, which all of the cluster's processes
   *     read
   */
  static StandaloneCluster start(Path folder, Path settings) throws Exception {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var cluster = new StandaloneCluster(folder, settings, "spark://127.0.0.1:" + port);
    try {
      Path log = cluster.masterLog();
      cluster.start(
          cluster.daemon("org.apache.spark.deploy.master.Master", List.of("--port", "" + port)),
          log);
      awaitText(log, "I have been elected leader");
    } catch (Exception | Error e) {
      cluster.close();
      throw e;
    }
    return cluster;
  }

  /** For {@code --master}. */
  String master() {
    return master;
  }

  Path masterLog() {
    return folder.resolve("master.log");
  }

  /** Where workers keep the logs of executors, each application in a folder of its own. */
  Path work() {
    return folder.resolve("work");
  }

  /** Adds a worker, and waits until the master knows it. */
  Worker addWorker(int cores, String memory) throws Exception {
    return addWorker(cores, memory, settings);
  }

  /** As above, with a settings file of its own, which may give it resources that others lack. */
  Worker addWorker(int cores, String memory, Path ownSettings) throws Exception {
    Path log = folder.resolve("worker-%d.log".formatted(workers.size()));
    ProcessBuilder command =
        daemon(
            "org.apache.spark.deploy.worker.Worker",
            Stream.of(
                    List.of("--cores", "" + cores, "--memory", memory),
                    List.of("--work-dir", work().toString(), master))
                .flatMap(List::stream)
                .toList(),
            ownSettings);
    var worker = new Worker(start(command, log), log);
    workers.add(worker);
    awaitText(log, "Successfully registered with master");
    return worker;
  }

  List<ProcessHandle> executors() {
    return workers.stream().flatMap(worker -> worker.executors().stream()).toList();
  }

  /** Starts a process that ends with the cluster; what it says goes into {@code log}. */
  Process start(ProcessBuilder command, Path log) throws IOException {
    Process process = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    started.add(process);
    return process;
  }

  private ProcessBuilder daemon(String mainClass, List<String> options) {
    return daemon(mainClass, options, settings);
  }

  private static ProcessBuilder daemon(String mainClass, List<String> options, Path settings) {
    return Command.spark(
        mainClass,
        Stream.concat(
                Stream.of(
                    "--host",
                    "127.0.0.1",
                    "--webui-port",
                    "0",
                    "--properties-file",
                    settings.toString()),
                options.stream())
            .toList());
  }

  @Override
  public void close() {
    for (Process each : started) {
      endAll(each);
    }
  }

  /** First the process itself, which else would start others in the place of the dead. */
  private static void endAll(Process process) {
    List<ProcessHandle> below = process.descendants().toList();
    process.destroyForcibly().onExit().join();
    below.forEach(ProcessHandle::destroyForcibly);
  }

  /** The whole command line of a process; empty once it has ended. */
  static String commandLine(ProcessHandle process) {
    // The handle's own commandLine() has a limit.
    return read(Path.of("/proc", Long.toString(process.pid()), "cmdline")).replace('\0', ' ');
  }

  /** What is in {@code file}; nothing if it is not there. */
  static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  /** Waits until {@code log} holds {@code text}. */
  static void awaitText(Path log, String text) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!read(log).contains(text)) {
      assertThat(System.nanoTime()).as(() -> read(log)).isLessThan(end);
      Thread.sleep(100);
    }
  }
}
