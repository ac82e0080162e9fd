package sweep4j.driver.watch;

import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves one page, as it is now, on the loopback interface alone. A browser asks by {@code HEAD}
 * whether there is a newer one: its {@code ETag} is the page's version.
 */
public final class WatchedPage implements Closeable {

  private static final int THREADS = 4;

  /** A browser that has asked within this time is taken to look at the page still. */
  private static final Duration STILL_LOOKING = Duration.ofSeconds(10);

  private static final int ANY_PORT_QUEUE = 0;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Answers answers;

  private WatchedPage(HttpServer server, ExecutorService threads, Answers answers) {
    this.server = server;
    this.threads = threads;
    this.answers = answers;
  }

  /**
   * Serves a page that says that the run begins.
   *
   * @param port 0 for any that is free
   * @throws java.net.BindException if another program has it
   */
  public static WatchedPage open(int port) throws IOException {
    var address = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    HttpServer server = HttpServer.create(address, ANY_PORT_QUEUE);
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              var made = new Thread(task, "watch");
              made.setDaemon(true);
              return made;
            });
    server.setExecutor(threads);
    var answers = new Answers(server.getAddress().getPort());
    server.createContext("/", answers);
    server.start();
    return new WatchedPage(server, threads, answers);
  }

  /** Where a browser finds it. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /**
   * Serves {@code page} from now on.
   *
   * @param version another one than that of the page before; ASCII, without quotes
   */
  public void show(String page, String version) {
    answers.show(page, version);
  }

  /** Gives a browser that still looks the time to fetch the last page, and then serves nothing. */
  @Override
  public void close() {
    answers.awaitReaders(STILL_LOOKING);
    server.stop(0);
    threads.shutdownNow();
  }
}
