package sweep4j.driver.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Prevents a page that others than its reader can get at, from the network or through a browser.
 */
class WatchedPageTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private WatchedPage page;
  private int port;

  @BeforeEach
  void open() throws IOException {
    page = WatchedPage.open(0);
    port = URI.create(page.address()).getPort();
  }

  @AfterEach
  void close() {
    page.close();
  }

  /** What the server answers to the lines of a request, as it came over the wire. */
  private String answer(String... lines) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) LONG.toMillis());
      String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String get(String path) throws IOException {
    return answer("GET " + path + " HTTP/1.1", "Host: 127.0.0.1:" + port);
  }

  @Test
  void thePageIsServedAsItIsNow() throws IOException {
    assertThat(get("/")).startsWith("HTTP/1.1 200 ").contains("The run begins");

    page.show("<p>\u00d7</p>", "7");

    assertThat(get("/report.html"))
        .startsWith("HTTP/1.1 200 ")
        .endsWith("\r\n\r\n<p>\u00d7</p>")
        .containsIgnoringCase("Etag: \"7\"")
        .containsIgnoringCase("Cache-Control: no-store")
        .containsIgnoringCase("Content-Type: text/html; charset=utf-8");
  }

  @Test
  void headTellsTheVersionAlone() throws IOException {
    page.show("<p>it</p>", "8");

    assertThat(answer("HEAD / HTTP/1.1", "Host: localhost:" + port))
        .startsWith("HTTP/1.1 200 ")
        .containsIgnoringCase("Etag: \"8\"")
        .doesNotContain("<p>");
    // Or the page would be held for whoever looks at it.
    assertThat(get("/")).endsWith("<p>it</p>");
  }

  /**
   * A name of somebody's own that is made to point at 127.0.0.1 would let his page read this one.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example:PORT",
        "127.0.0.1",
        "127.0.0.1:1",
        "127.0.0.1.evil.example:PORT",
        ""
      })
  void otherHostsAreRefused(String host) throws IOException {
    page.show("secret", "1");

    assertThat(answer("GET / HTTP/1.1", "Host: " + host.replace("PORT", Integer.toString(port))))
        .startsWith("HTTP/1.1 421 ")
        .doesNotContain("secret");
  }

  @Test
  void noHostAndTwoHostsAreRefused() throws IOException {
    String host = "Host: 127.0.0.1:" + port;

    assertThat(answer("GET / HTTP/1.0")).startsWith("HTTP/1.1 421 ");
    assertThat(answer("GET / HTTP/1.1", host, host)).startsWith("HTTP/1.1 421 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE"})
  void nothingCanBeDone(String method) throws IOException {
    assertThat(answer(method + " / HTTP/1.1", "Host: 127.0.0.1:" + port))
        .startsWith("HTTP/1.1 405 ")
        .containsIgnoringCase("Allow: GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/journal.jsonl", "/../journal.jsonl", "/report.html/", "/%72eport.html"})
  void nothingElseIsThere(String path) throws IOException {
    assertThat(get(path)).startsWith("HTTP/1.1 404 ");
  }

  @Test
  void noOtherInterfaceAnswers() throws IOException {
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(each -> Collections.list(each.getInetAddresses()).stream())
            .filter(each -> !each.isLoopbackAddress())
            .toList();
    for (InetAddress other : others) {
      assertThatThrownBy(() -> new Socket(other, port).close()).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aPortThatIsTakenIsSaidToBe() {
    assertThatThrownBy(() -> WatchedPage.open(port)).isInstanceOf(BindException.class);
  }

  /** The last page is the one that says how it ended. */
  @Test
  void whoStillLooksGetsTheLastPage() throws Exception {
    page.show("running", "1");
    assertThat(get("/")).endsWith("running");
    page.show("ended", "2");

    var closing = CompletableFuture.runAsync(page::close);

    assertThat(get("/")).endsWith("ended");
    closing.get(LONG.toSeconds(), TimeUnit.SECONDS);
    assertThatThrownBy(() -> get("/")).isInstanceOf(IOException.class);
  }
}
