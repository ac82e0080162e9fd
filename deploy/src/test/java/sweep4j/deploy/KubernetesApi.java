package sweep4j.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The part of Kubernetes that Spark speaks with, as far as one can without any machine to run pods
 * on: it keeps what it is given, and remembers what was asked of it. Drivers are ready at once, and
 * executors never.
 */
final class KubernetesApi implements AutoCloseable {

  /**
   * What was asked.
   *
   * @param verb as a role names it: {@code create}, {@code deletecollection} and so on
   * @param resource such as {@code pods}
   */
  record Asked(String verb, String resource) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads JSON too, as all of it is YAML. */
  private static final YAMLMapper YAML = new YAMLMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, ObjectNode> objects = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  private KubernetesApi(HttpServer server) {
    this.server = server;
  }

  static KubernetesApi start() throws IOException {
    var api =
        new KubernetesApi(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    api.server.setExecutor(api.threads);
    api.server.createContext("/", api::answer);
    api.server.start();
    return api;
  }

  /** For {@code --master}. */
  String master() {
    return "k8s://http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** All objects of a kind that there are, such as {@code Pod}. */
  List<JsonNode> all(String kind) {
    return objects.values().stream()
        .filter(each -> each.path("kind").asText().equals(kind))
        .map(JsonNode.class::cast)
        .toList();
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String query = String.valueOf(exchange.getRequestURI().getQuery());
      // /api/v1/namespaces/sweeps/pods/NAME
      String[] parts = path.split("/", -1);
      boolean named = parts.length > 6;
      String resource = parts.length > 5 ? parts[5] : path;
      JsonNode body = YAML.readTree(exchange.getRequestBody());
      switch (exchange.getRequestMethod()) {
        case "POST" -> {
          asked.add(new Asked("create", resource));
          send(exchange, 201, keep(path + "/" + body.at("/metadata/name").asText(), body));
        }
        case "PATCH" -> {
          asked.add(new Asked("patch", resource));
          send(exchange, 200, keep(path, body));
        }
        case "DELETE" -> {
          asked.add(new Asked(named ? "delete" : "deletecollection", resource));
          objects.remove(path);
          send(exchange, 200, status(200));
        }
        default -> {
          boolean watched = query.contains("watch=true");
          asked.add(new Asked(watched ? "watch" : named ? "get" : "list", resource));
          ObjectNode found = objects.get(path);
          if (watched && !exchange.getRequestHeaders().containsKey("Upgrade")) {
            exchange.sendResponseHeaders(200, 0);
            // Nothing ever changes.
            closed.await();
          } else if (named) {
            send(exchange, found == null ? 404 : 200, found == null ? status(404) : found);
          } else {
            send(exchange, 200, list(path, resource));
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ObjectNode keep(String path, JsonNode body) {
    ObjectNode kept = body.deepCopy();
    kept.withObject("/metadata")
        .put("uid", "uid-of-" + path.substring(path.lastIndexOf('/') + 1))
        .put("resourceVersion", "1")
        .put("creationTimestamp", "2026-01-01T00:00:00Z");
    if (kept.path("kind").asText().equals("Pod")) {
      ObjectNode status = kept.withObject("/status").put("phase", "Pending");
      if (kept.at("/metadata/labels/spark-role").asText().equals("driver")) {
        // The test plays it.
        status.put("phase", "Running");
        status.putArray("conditions").addObject().put("type", "Ready").put("status", "True");
      }
    }
    objects.put(path, kept);
    return kept;
  }

  private ObjectNode list(String path, String resource) {
    ObjectNode list = JSON.createObjectNode().put("apiVersion", "v1");
    list.put("kind", resource.equals("pods") ? "PodList" : "ConfigMapList");
    list.withObject("/metadata").put("resourceVersion", "1");
    var items = list.putArray("items");
    objects.forEach(
        (where, each) -> {
          if (where.startsWith(path + "/")) {
            items.add(each);
          }
        });
    return list;
  }

  private static ObjectNode status(int code) {
    return JSON.createObjectNode()
        .put("apiVersion", "v1")
        .put("kind", "Status")
        .put("status", code < 400 ? "Success" : "Failure")
        .put("code", code);
  }

  private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
