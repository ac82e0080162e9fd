package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code deploy/kubernetes/submit} and the driver that it starts ask of Kubernetes: Spark's
 * own code with our files, before an API that runs no pods. Prevents pods with more rights than a
 * sweep needs, and a secret where others can read it.
 */
class KubernetesIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Set<String> HARMLESS_VOLUMES =
      Set.of("emptyDir", "secret", "configMap", "persistentVolumeClaim");

  @TempDir static Path folder;
  private static KubernetesApi api;
  private static Command.Ended submitted;
  private static String secret;
  private static JsonNode driver;
  private static List<JsonNode> executors = List.of();
  private static Set<KubernetesApi.Asked> askedByDriver;

  @BeforeAll
  static void submitAndPlayTheDriver() throws Exception {
    api = KubernetesApi.start();
    submitted = submit("--gpu");
    driver = pods("driver").get(0);
    secret = StandaloneCluster.read(folder.resolve("secret"));
    int before = api.asked().size();
    playTheDriver();
    List<KubernetesApi.Asked> asked = api.asked();
    askedByDriver = new HashSet<>(asked.subList(before, asked.size()));
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  /** With a kubectl that tells of a driver that has ended with status 3. */
  private static Command.Ended submit(String... options) throws Exception {
    script(
        "bin/kubectl",
        """
        case "$*" in
          *"get secret"*) exit 1 ;;
          *"create secret"*) cat > '%s' ;;
          *exitCode*) printf 3 ;;
          *phase*) printf Failed ;;
          *logs*) echo "what the driver says" ;;
        esac
        """
            .formatted(folder.resolve("secret")));
    script(
        "spark/bin/spark-submit",
        "exec '%s' \"$@\"\n".formatted(String.join("' '", sparkSubmit(List.of()).command())));
    var command =
        new ArrayList<>(
            List.of(
                Command.ROOT.resolve("deploy/kubernetes/submit").toString(),
                "--image",
                "registry/sweep4j:cpu",
                "--master",
                api.master()));
    command.addAll(List.of(options));
    command.addAll(List.of("run", "/data/digits.yaml", "--out=/data/runs/digits"));
    var process = new ProcessBuilder(command).directory(folder.toFile());
    process.environment().putAll(sparkSubmit(List.of()).environment());
    process.environment().put("SPARK_HOME", folder.resolve("spark").toString());
    process.environment().merge("PATH", folder.resolve("bin") + ":", (path, first) -> first + path);
    return Command.run(process);
  }

  private static void script(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, "#!/bin/sh\n" + text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** spark-submit of an installation that knows Kubernetes. */
  private static ProcessBuilder sparkSubmit(List<String> arguments) {
    ProcessBuilder submit = Command.spark("org.apache.spark.deploy.SparkSubmit", arguments);
    List<String> command = submit.command();
    int path = command.indexOf("-cp") + 1;
    List<String> more =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(
                jar ->
                    Stream.of("spark-kubernetes", "io/fabric8", "okhttp", "okio", "snakeyaml")
                            .anyMatch(jar::contains)
                        || jar.contains("/com/fasterxml/"))
            .toList();
    command.set(
        path, String.join(File.pathSeparator, more) + File.pathSeparator + command.get(path));
    return submit;
  }

  /** Does what the driver's pod would do, on this machine, until it has asked for its executors. */
  private static void playTheDriver() throws Exception {
    Path template = folder.resolve("template.yaml");
    Path settings = folder.resolve("spark.properties");
    for (JsonNode map : api.all("ConfigMap")) {
      if (map.path("data").has("spark.properties")) {
        Files.writeString(settings, map.at("/data/spark.properties").asText());
      } else {
        Files.writeString(template, map.at("/data/podspec-configmap-key").asText());
      }
    }
    Path secretFile = Files.writeString(folder.resolve("secret-of-driver"), secret);
    Path jar = Command.ROOT.resolve("driver/target/sweep4j-driver.jar");
    Path log = folder.resolve("driver.log");
    ProcessBuilder command =
        sparkSubmit(
            Stream.of(
                    List.of("--deploy-mode", "client", "--properties-file", settings.toString()),
                    // What is otherwise on this machine than in the pod.
                    conf("spark.kubernetes.driver.master", api.master().replace("k8s://", "")),
                    conf("spark.kubernetes.executor.podTemplateFile", template.toString()),
                    conf("spark.jars", jar.toString()),
                    conf("spark.driver.bindAddress", "127.0.0.1"),
                    conf("spark.driver.host", "127.0.0.1"),
                    conf("spark.driver.port", "0"),
                    conf("spark.driver.blockManager.port", "0"),
                    conf("spark.driver.extraJavaOptions", ""),
                    conf("spark.authenticate.secret.driver.file", secretFile.toString()),
                    conf("spark.authenticate.secret.executor.file", "/mnt/sweep4j/secret"),
                    List.of("--class", "sweep4j.driver.cli.Sweep", jar.toString()),
                    List.of("run", Command.ROOT.resolve("sweeps/digits-random.yaml").toString()),
                    List.of("--out", folder.resolve("run").toString()))
                .flatMap(List::stream)
                .toList());
    Process process =
        command
            .directory(Files.createDirectories(folder.resolve("work-dir")).toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (pods("executor").size() < 2) {
        assertThat(process.isAlive()).as(() -> StandaloneCluster.read(log)).isTrue();
        assertThat(System.nanoTime()).as(() -> StandaloneCluster.read(log)).isLessThan(end);
        Thread.sleep(100);
      }
      executors = pods("executor");
      process.destroy();
      assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> conf(String name, String value) {
    return List.of("--conf", name + "=" + value);
  }

  private static List<JsonNode> pods(String role) {
    return api.all("Pod").stream()
        .filter(pod -> pod.at("/metadata/labels/spark-role").asText().equals(role))
        .toList();
  }

  @Test
  void submitShowsTheDriversWordsAndEndsWithItsStatus() {
    assertThat(submitted.out()).isEqualTo("what the driver says\n");
    assertThat(submitted.err())
        .contains("the driver is pod " + driver.at("/metadata/name").asText());
    assertThat(submitted.status()).as(submitted.err()).isEqualTo(3);
    assertThat(texts(driver.at("/spec/containers/0/args")))
        .containsSequence("run", "/data/digits.yaml", "--out=/data/runs/digits");
  }

  /**
   * Kubernetes' own standard "restricted", which namespace.yaml asks for, and a root that is not
   * written to.
   */
  @Test
  void noPodHasMoreRightsThanItNeeds() {
    assertThat(executors).hasSize(2);
    Stream.concat(Stream.of(driver), executors.stream()).forEach(KubernetesIT::assertRestricted);
    assertThat(driver.at("/spec/serviceAccountName").asText()).isEqualTo("sweep4j-driver");
    assertThat(executors)
        .allSatisfy(
            pod -> {
              assertThat(pod.at("/spec/serviceAccountName").asText()).isEqualTo("sweep4j-executor");
              assertThat(pod.at("/spec/automountServiceAccountToken").asBoolean(true)).isFalse();
            });
  }

  private static void assertRestricted(JsonNode pod) {
    JsonNode spec = pod.path("spec");
    assertThat(spec.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(spec.at("/securityContext/runAsUser").asInt()).isPositive();
    assertThat(spec.at("/securityContext/seccompProfile/type").asText())
        .isEqualTo("RuntimeDefault");
    for (String shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
      assertThat(spec.path(shared).asBoolean()).as(shared).isFalse();
    }
    assertThat(spec.path("volumes"))
        .allSatisfy(
            volume -> {
              var kinds = new HashSet<String>();
              volume.fieldNames().forEachRemaining(kinds::add);
              kinds.remove("name");
              assertThat(HARMLESS_VOLUMES).containsAll(kinds);
            });
    assertThat(spec.path("initContainers")).isEmpty();
    assertThat(spec.path("containers"))
        .hasSize(1)
        .allSatisfy(
            container -> {
              JsonNode context = container.path("securityContext");
              assertThat(context.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
              assertThat(context.path("readOnlyRootFilesystem").asBoolean()).isTrue();
              assertThat(context.path("privileged").asBoolean()).isFalse();
              assertThat(texts(context.at("/capabilities/drop"))).containsExactly("ALL");
              assertThat(context.path("runAsUser").asInt(1)).isPositive();
            });
  }

  @Test
  void executorsHaveAGpuMemoryForNetworksAndOneNativeThread() {
    assertThat(executors)
        .allSatisfy(
            pod -> {
              JsonNode container = pod.at("/spec/containers/0");
              assertThat(container.at("/resources/limits").path("nvidia.com/gpu").asText())
                  .isEqualTo("1");
              // A heap of 1024 MiB, and 1.2 times as much beside it.
              assertThat(container.at("/resources/limits/memory").asText()).isEqualTo("2252Mi");
              assertThat(environment(container, "OMP_NUM_THREADS")).containsExactly("1");
              assertThat(environment(container, "SPARK_JAVA_OPT_"))
                  .contains("-XX:+UseParallelGC", "--add-opens=java.base/java.nio=ALL-UNNAMED");
              assertThat(pod.at("/spec/tolerations")).isNotEmpty();
            });
  }

  @Test
  void theSecretIsInNoPodAndInNoSetting() {
    assertThat(secret).matches("[0-9a-f]{64}");
    Stream.of("Pod", "ConfigMap", "Service")
        .flatMap(kind -> api.all(kind).stream())
        .forEach(each -> assertThat(each.toString()).doesNotContain(secret, "_SPARK_AUTH_SECRET"));
    assertThat(submitted.err()).doesNotContain(secret);
    assertThat(executors)
        .allSatisfy(
            pod ->
                assertThat(pod.at("/spec/containers/0/volumeMounts"))
                    .anyMatch(mount -> mount.path("mountPath").asText().equals("/mnt/sweep4j")));
  }

  /**
   * Else the first driver of a cluster with roles would be refused, or could do more than it must.
   */
  @Test
  void theRoleAllowsWhatADriverAsksForAndNoMore() throws Exception {
    var allowed = new HashSet<KubernetesApi.Asked>();
    for (JsonNode document :
        KubernetesManifestsTest.documents(
            KubernetesManifestsTest.FOLDER.resolve("namespace.yaml"))) {
      for (JsonNode rule : document.path("rules")) {
        for (String resource : texts(rule.path("resources"))) {
          for (String verb : texts(rule.path("verbs"))) {
            allowed.add(new KubernetesApi.Asked(verb, resource));
          }
        }
      }
    }
    // Of an executor that has failed, of which there is none here.
    askedByDriver.add(new KubernetesApi.Asked("delete", "pods"));
    assertThat(allowed).isEqualTo(askedByDriver);
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** The values of the variables whose name begins so. */
  private static List<String> environment(JsonNode container, String name) {
    return StreamSupport.stream(container.path("env").spliterator(), false)
        .filter(variable -> variable.path("name").asText().startsWith(name))
        .map(variable -> variable.path("value").asText())
        .toList();
  }
}
