package sweep4j.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chromium without a window, driven through chromedriver by the few commands of W3C's WebDriver
 * that a test of a page needs. Tells what the page's thread did, by its own processor time, so that
 * a busy machine is not taken for a slow page.
 */
final class Browser {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process driver;
  private final URI session;

  /** What {@link #look} has seen. */
  private final List<Double> taskMillis = new ArrayList<>();

  private final List<String> requests = new ArrayList<>();
  private final Set<String> pageThreads = new HashSet<>();

  private Browser(Process driver, URI base, Path profile) throws IOException, InterruptedException {
    this.driver = driver;
    URI session = base;
    try {
      await(() -> driver.isAlive() && answers(base));
      JsonNode made = call("POST", base + "/session", capabilities(profile));
      session = URI.create(base + "/session/" + made.get("sessionId").asText());
    } finally {
      if (session.equals(base)) {
        driver.destroyForcibly();
      }
    }
    this.session = session;
  }

  /** Whether this machine has what it takes. */
  static boolean isHere() {
    return Stream.of("chromium", "chromedriver")
        .allMatch(
            program ->
                Stream.of(System.getenv("PATH").split(Pattern.quote(File.pathSeparator)))
                    .anyMatch(folder -> Path.of(folder, program).toFile().canExecute()));
  }

  /** A browser with a fresh {@code profile}. */
  static Browser start(Path profile) throws IOException, InterruptedException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Process driver =
        new ProcessBuilder("chromedriver", "--port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(profile.resolveSibling("chromedriver.log").toFile())
            .start();
    return new Browser(driver, URI.create("http://127.0.0.1:" + port), profile);
  }

  private static ObjectNode capabilities(Path profile) {
    ObjectNode body = JSON.createObjectNode();
    ObjectNode wanted = body.putObject("capabilities").putObject("alwaysMatch");
    wanted.putObject("goog:loggingPrefs").put("browser", "ALL").put("performance", "ALL");
    ObjectNode chrome = wanted.putObject("goog:chromeOptions");
    chrome
        .putObject("perfLoggingPrefs")
        .put("enableNetwork", true)
        .put("enablePage", false)
        .put("traceCategories", "toplevel");
    ArrayNode arguments = chrome.putArray("args");
    Stream.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,900",
            "--user-data-dir=" + profile)
        .forEach(arguments::add);
    return body;
  }

  private boolean answers(URI base) {
    try {
      return call("GET", base + "/status", null).get("ready").asBoolean();
    } catch (IOException e) {
      // It has not begun to listen.
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode call(String method, String uri, @Nullable JsonNode body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(uri))
            .timeout(PATIENCE)
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
    JsonNode value =
        JSON.readTree(http.send(request.build(), BodyHandlers.ofString()).body()).get("value");
    if (value.has("error")) {
      throw new IOException(uri + ": " + value.get("message").asText());
    }
    return value;
  }

  /** Shows a file. */
  void open(Path file) throws IOException, InterruptedException {
    open(file.toUri().toString());
  }

  /** Shows a page. */
  void open(String url) throws IOException, InterruptedException {
    call("POST", session + "/url", JSON.createObjectNode().put("url", url));
  }

  /** What the body of a function returns, called in the page with {@code arguments}. */
  JsonNode run(String script, Object... arguments) throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("script", script);
    body.set("args", JSON.valueToTree(arguments));
    return call("POST", session + "/execute/sync", body);
  }

  /** Presses {@code keys}, as WebDriver writes them, where the focus is. */
  void press(String... keys) throws IOException, InterruptedException {
    ArrayNode actions = JSON.createArrayNode();
    for (String key : keys) {
      actions.addObject().put("type", "keyDown").put("value", key);
      actions.addObject().put("type", "keyUp").put("value", key);
    }
    act(JSON.createObjectNode().put("type", "key").put("id", "keys"), actions);
  }

  /** Draws the mouse, its button held, from a point of the window to one straight below. */
  void drag(int x, int fromY, int toY) throws IOException, InterruptedException {
    ArrayNode actions = JSON.createArrayNode();
    actions.add(move(x, fromY));
    actions.addObject().put("type", "pointerDown").put("button", 0);
    for (int step = 1; step <= 10; step++) {
      actions.add(move(x, fromY + (toY - fromY) * step / 10));
    }
    actions.addObject().put("type", "pointerUp").put("button", 0);
    act(JSON.createObjectNode().put("type", "pointer").put("id", "mouse"), actions);
  }

  private static ObjectNode move(int x, int y) {
    return JSON.createObjectNode()
        .put("type", "pointerMove")
        .put("duration", 30)
        .put("x", x)
        .put("y", y);
  }

  private void act(ObjectNode source, ArrayNode actions) throws IOException, InterruptedException {
    source.set("actions", actions);
    ObjectNode body = JSON.createObjectNode();
    body.putArray("actions").add(source);
    call("POST", session + "/actions", body);
  }

  /** Waits until what the body of a function returns is true. */
  void until(String script, Object... arguments) throws InterruptedException {
    await(
        () -> {
          try {
            return run(script, arguments).asBoolean();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it has not come to that in " + PATIENCE);
      }
      Thread.sleep(100);
    }
  }

  /** All messages on the page's console since the last call. */
  List<String> console() throws IOException, InterruptedException {
    var messages = new ArrayList<String>();
    log("browser").forEach(entry -> messages.add(entry.get("message").asText()));
    return messages;
  }

  private JsonNode log(String type) throws IOException, InterruptedException {
    return call("POST", session + "/se/log", JSON.createObjectNode().put("type", type));
  }

  /**
   * Milliseconds of processor time of each task of the page's thread since the last call. Leaves
   * the page, as the driver is told the last of them then.
   */
  List<Double> taskMillis() throws IOException, InterruptedException {
    open("about:blank");
    look();
    List<Double> seen = List.copyOf(taskMillis);
    taskMillis.clear();
    return seen;
  }

  /** What the page has asked for, itself left out. */
  List<String> requests() throws IOException, InterruptedException {
    look();
    return List.copyOf(requests);
  }

  private void look() throws IOException, InterruptedException {
    for (JsonNode entry : log("performance")) {
      JsonNode message = JSON.readTree(entry.get("message").asText()).get("message");
      JsonNode what = message.get("params");
      switch (message.get("method").asText()) {
        case "Network.requestWillBeSent" -> requests.add(what.at("/request/url").asText());
        case "Tracing.dataCollected" -> trace(what);
        default -> {
          // Of no interest here.
        }
      }
    }
  }

  private void trace(JsonNode event) {
    String thread = event.path("pid").asText() + "/" + event.path("tid").asText();
    String name = event.path("name").asText();
    if (name.equals("thread_name") && event.at("/args/name").asText().equals("CrRendererMain")) {
      pageThreads.add(thread);
    } else if (name.equals("ThreadControllerImpl::RunTask") && pageThreads.contains(thread)) {
      taskMillis.add(event.path("tdur").asDouble() / 1e3);
    }
  }

  /** Ends the browser, and waits until it has. */
  void end() throws IOException, InterruptedException {
    try {
      call("DELETE", session.toString(), null);
    } finally {
      driver.destroy();
      driver.waitFor();
    }
  }
}
