package sweep4j.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A {@link YarnProcess}, which starts containers as processes of their own. */
final class YarnCluster implements AutoCloseable {

  private final Process process;
  private final Path folder;

  private YarnCluster(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  /**
   * Starts a cluster.
   *
   * @param folder for its configuration, its containers and their logs
   */
  static YarnCluster start(Path folder) throws Exception {
    Path log = Files.createDirectories(folder).resolve("yarn.log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Command.ROOT.resolve("deploy/jvm.options"),
                "-cp",
                System.getProperty("java.class.path"),
                YarnProcess.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    var cluster = new YarnCluster(process, folder);
    try {
      StandaloneCluster.awaitText(log, YarnProcess.READY);
    } catch (Exception | Error e) {
      cluster.close();
      throw e;
    }
    return cluster;
  }

  /** For {@code HADOOP_CONF_DIR}. */
  Path configuration() {
    return folder.resolve("hadoop");
  }

  /**
   * The files {@code name} of all containers so far: {@code stderr}, {@code stdout}, {@code
   * launch_container.sh}.
   */
  Map<Path, String> ofContainers(String name) throws IOException {
    var found = new TreeMap<Path, String>();
    try (Stream<Path> files = Files.walk(folder.resolve("build"))) {
      for (Path file : files.filter(each -> each.endsWith(name)).toList()) {
        if (file.toString().contains("logDir")) {
          found.put(file, StandaloneCluster.read(file));
        }
      }
    }
    return found;
  }

  @Override
  public void close() {
    List<ProcessHandle> containers = process.descendants().toList();
    process.destroyForcibly().onExit().join();
    containers.forEach(ProcessHandle::destroyForcibly);
  }
}
