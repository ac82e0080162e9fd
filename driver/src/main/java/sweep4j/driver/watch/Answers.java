package sweep4j.driver.watch;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Answers a browser's requests, and no others: a page from elsewhere whose name is made to point
 * here asks under that name, and is refused.
 */
final class Answers implements HttpHandler {

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;

  /** Misdirected: not the host that was asked for. */
  private static final int MISDIRECTED = 421;

  /** There is a body, but {@code HEAD} leaves it out. */
  private static final int NO_BODY = -1;

  private static final Set<String> PATHS = Set.of("/", "/report.html");

  private static final String BEGINNING =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="1">
      <meta name="color-scheme" content="light dark"><title>sweep4j</title><link rel="icon" href="data:,"></head>
      <body style="font-family: system-ui, sans-serif; margin: 3rem">The run begins; its report follows here.</body>
      </html>
      """;

  private record Page(String text, String version) {}

  private final Set<String> hosts;

  private volatile Page page = new Page(BEGINNING, "beginning");

  private @Nullable Long lastAsked;
  private String lastFetched = "";

  Answers(int port) {
    this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
  }

  void show(String text, String version) {
    page = new Page(text, version);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String fetched;
    try (exchange) {
      List<String> asked = exchange.getRequestHeaders().getOrDefault("Host", List.of());
      boolean isHead = exchange.getRequestMethod().equals("HEAD");
      if (asked.size() != 1 || !hosts.contains(asked.get(0))) {
        refuse(exchange, MISDIRECTED);
        return;
      }
      if (!isHead && !exchange.getRequestMethod().equals("GET")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        refuse(exchange, METHOD_NOT_ALLOWED);
        return;
      }
      if (!PATHS.contains(exchange.getRequestURI().getRawPath())) {
        refuse(exchange, NOT_FOUND);
        return;
      }
      fetched = answer(exchange, isHead);
    }
    asked(fetched);
  }

  private static void refuse(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, NO_BODY);
  }

  /** Returns the version of the page that goes out; empty if none does. */
  private String answer(HttpExchange exchange, boolean isHead) throws IOException {
    Page now = page;
    byte[] bytes = now.text().getBytes(StandardCharsets.UTF_8);
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "text/html; charset=utf-8");
    headers.set("ETag", '"' + now.version() + '"');
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    // What the page may do it says itself; that no other may frame it is for headers alone.
    headers.set("Content-Security-Policy", "frame-ancestors 'none'");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    if (isHead) {
      headers.set("Content-Length", Integer.toString(bytes.length));
      exchange.sendResponseHeaders(OK, NO_BODY);
      return "";
    }
    exchange.sendResponseHeaders(OK, bytes.length);
    exchange.getResponseBody().write(bytes);
    return now.version();
  }

  /**
   * Takes note of a request.
   *
   * @param fetched the version of the page that went out; empty for none
   */
  private synchronized void asked(String fetched) {
    lastAsked = System.nanoTime();
    if (!fetched.isEmpty()) {
      lastFetched = fetched;
    }
    notifyAll();
  }

  /**
   * Waits until the page as it is now was fetched, if anybody has asked for less than {@code
   * stillLooking}, and for no longer than that.
   */
  synchronized void awaitReaders(Duration stillLooking) {
    long begin = System.nanoTime();
    long patience = stillLooking.toNanos();
    if (lastAsked == null || begin - lastAsked > patience) {
      return;
    }
    try {
      for (long left = patience;
          left > 0 && !lastFetched.equals(page.version());
          left = patience - (System.nanoTime() - begin)) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
