package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Prevents a misspelt key in our files for Kubernetes, which Spark would pass over: a pod template
 * whose {@code runAsNonRoot} is not read runs as root.
 */
class KubernetesManifestsTest {

  static final Path FOLDER = Path.of("kubernetes");

  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Map.of(
          "Namespace", Namespace.class,
          "ServiceAccount", ServiceAccount.class,
          "Role", Role.class,
          "RoleBinding", RoleBinding.class,
          "PersistentVolumeClaim", PersistentVolumeClaim.class,
          "Pod", Pod.class);

  /** Kubernetes' own types, less their place for keys that they do not know. */
  private static final ObjectMapper STRICT =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .setAnnotationIntrospector(
              new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated member) {
                  return false;
                }
              });

  /** The documents of one file. */
  static List<JsonNode> documents(Path file) throws IOException {
    var yaml = new YAMLMapper();
    try (var documents = yaml.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
      return documents.readAll();
    }
  }

  private static HasMetadata read(JsonNode document) throws IOException {
    Class<? extends HasMetadata> kind = KINDS.get(document.path("kind").asText());
    assertThat(kind).as(document.toString()).isNotNull();
    return STRICT.treeToValue(document, kind);
  }

  @Test
  void allKeysAreKubernetesOwn() throws Exception {
    List<Path> files;
    try (Stream<Path> all = Files.list(FOLDER)) {
      files = all.filter(file -> file.toString().endsWith(".yaml")).toList();
    }
    var kinds = new ArrayList<String>();
    for (Path file : files) {
      for (JsonNode document : documents(file)) {
        kinds.add(read(document).getKind());
      }
    }
    assertThat(kinds).containsAll(KINDS.keySet());
  }

  @Test
  void aMisspeltKeyIsNoticed() throws Exception {
    JsonNode pod = documents(FOLDER.resolve("executor-pod.yaml")).get(0);
    pod.withObject("/spec/securityContext").put("runAsNonRot", true);

    assertThatThrownBy(() -> read(pod)).isInstanceOf(UnrecognizedPropertyException.class);
  }
}
